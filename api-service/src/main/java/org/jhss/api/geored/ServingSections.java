// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.geored;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jhss.api.error.Kind;
import org.jhss.api.network.RowChange;
import org.jhss.api.network.Sessions;
import org.jhss.provisioning.schema.ResourceRow;
import org.jhss.provisioning.schema.ResourceType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Where a subscriber is: MME, cell, sessions, CSCFs. */
final class ServingSections {

    private static final String IMSI = "imsi";
    private static final String SESSION = "pcrf_session_id";
    private static final String ADDRESS = "subscriber_routing";

    static final List<Section> ALL = List.of(
            new Section(
                    "serving_mme",
                    List.of(IMSI, "serving_mme_realm", "serving_mme_peer"),
                    (push, change) -> of(ResourceType.SUBSCRIBER, push, change, mme(change))),
            new Section(
                    "last_seen_mcc",
                    List.of(
                            IMSI,
                            "last_seen_mnc",
                            "last_seen_tac",
                            "last_seen_eci",
                            "last_seen_enodeb_id",
                            "last_seen_cell_id",
                            "last_location_update_timestamp"),
                    (push, change) -> of(ResourceType.SUBSCRIBER, push, change, ServingSections::location)),
            new Section("serving_apn", List.of(IMSI, "serving_pgw", SESSION, ADDRESS), ServingSections::session),
            new Section(
                    "scscf",
                    List.of(IMSI),
                    (push, change) -> of(ResourceType.IMS_SUBSCRIBER, push, change, cscf("scscf", change))),
            new Section(
                    "pcscf",
                    List.of(IMSI),
                    (push, change) -> of(ResourceType.IMS_SUBSCRIBER, push, change, cscf("pcscf", change))));

    private ServingSections() {}

    private static Section.Result of(
            ResourceType type, ObjectNode push, RowChange change, BiFunction<ObjectNode, Change, Change> set) {
        var rows = change.lock(type, IMSI, Section.text(push, IMSI));
        if (rows.size() != 1) {
            return unknown(type, rows);
        }
        var before = rows.getFirst();
        var values = set.apply(push, new Change(push, before.copy()));
        return Section.write(values, () -> change.update(before, values.row()));
    }

    private static Section.Result unknown(ResourceType type, List<ResourceRow> rows) {
        return rows.isEmpty()
                ? Section.rejected(Kind.NOT_FOUND, IMSI, "unknown_imsi", "no " + type.table() + " has this imsi")
                : Section.rejected(
                        Kind.CONFLICT, IMSI, "ambiguous", rows.size() + " rows of " + type.table() + " have this imsi");
    }

    private static BiFunction<ObjectNode, Change, Change> mme(RowChange at) {
        return (push, change) -> Section.isSet(push, "serving_mme")
                ? change.take("serving_mme")
                        .take("serving_mme_realm")
                        .take("serving_mme_peer")
                        .takeMoment("serving_mme_timestamp", at.now())
                : change.clear("serving_mme", "serving_mme_realm", "serving_mme_peer", "serving_mme_timestamp");
    }

    private static Change location(ObjectNode push, Change change) {
        for (var field : List.of(
                "last_seen_eci",
                "last_seen_enodeb_id",
                "last_seen_cell_id",
                "last_seen_tac",
                "last_seen_mcc",
                "last_seen_mnc",
                "last_location_update_timestamp")) {
            change.takeUnlessEmpty(field);
        }
        return change;
    }

    private static BiFunction<ObjectNode, Change, Change> cscf(String name, RowChange at) {
        return (push, change) -> {
            boolean proxy = name.equals("pcscf");
            if (Section.isSet(push, name)) {
                change.take(name)
                        .take(name + "_realm")
                        .takeOrNone(name + "_peer")
                        .takeMoment(name + "_timestamp", at.now());
                return proxy ? change.take("pcscf_active_session") : change;
            }
            change.clear(name, name + "_realm", name + "_peer", name + "_timestamp");
            return proxy ? change.clear("pcscf_active_session") : change;
        };
    }

    private static Section.Result session(ObjectNode push, RowChange change) {
        var subscribers = change.lock(ResourceType.SUBSCRIBER, IMSI, Section.text(push, IMSI));
        if (subscribers.size() != 1) {
            return unknown(ResourceType.SUBSCRIBER, subscribers);
        }
        var subscriber = subscribers.getFirst();
        var apn = apn(change, subscriber, Section.text(push, "serving_apn"));
        if (apn.isEmpty()) {
            return Section.rejected(
                    Kind.INVALID, "serving_apn", "unknown_apn", "is no APN that the subscriber may use");
        }
        var before = change.lock(ResourceType.SERVING_APN, "subscriber_id", subscriber.key()).stream()
                .filter(row -> Sessions.apnOf(row) == apn.get().key())
                .findFirst();
        return Section.isSet(push, "serving_pgw")
                ? set(push, change, subscriber.key(), apn.get().key(), before)
                : end(push, change, before);
    }

    private static Optional<ResourceRow> apn(RowChange change, ResourceRow subscriber, String name) {
        return Sessions.apnIds(subscriber).stream()
                .flatMap(id -> change.transaction().get(ResourceType.APN.stored(), id).stream())
                .map(values -> new ResourceRow(ResourceType.APN, values))
                .filter(row -> name.equalsIgnoreCase(String.valueOf(row.get("apn"))))
                .findFirst();
    }

    private static Section.Result set(
            ObjectNode push, RowChange change, int subscriber, int apn, Optional<ResourceRow> before) {
        var row = before.map(ResourceRow::copy)
                .orElseGet(() -> new ResourceRow(
                        ResourceType.SERVING_APN,
                        new @Nullable
                                Object
                                [ResourceType.SERVING_APN.stored().columns().size()]));
        var values = new Change(push, row)
                .set("subscriber_id", subscriber)
                .set("apn", apn)
                .set("ip_version", Section.text(push, ADDRESS).indexOf(':') >= 0 ? 1 : 0)
                .take(SESSION)
                .take(ADDRESS)
                .take("serving_pgw")
                .takeOrNone("serving_pgw_realm")
                .takeOrNone("serving_pgw_peer")
                .takeMoment("serving_pgw_timestamp", change.now());
        return Section.write(
                values, () -> before.ifPresentOrElse(old -> change.update(old, row), () -> change.insert(row)));
    }

    /** The end of a session that has been replaced meanwhile comes too late. */
    private static Section.Result end(ObjectNode push, RowChange change, Optional<ResourceRow> before) {
        before.filter(row -> Objects.equals(row.get(SESSION), Section.text(push, SESSION)))
                .ifPresent(change::delete);
        return Section.APPLIED;
    }
}
