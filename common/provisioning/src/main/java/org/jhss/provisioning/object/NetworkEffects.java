// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.object;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jhss.identity.Imsi;
import org.jhss.provisioning.schema.ResourceRow;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.store.change.ApnList;
import org.jhss.store.change.NetworkChange;
import org.jhss.store.table.TableTransaction;
import org.jhss.store.table.Values;
import org.jspecify.annotations.Nullable;

/** What serving nodes may have to hear of, when a row changes. */
final class NetworkEffects {

    private NetworkEffects() {}

    /** Of a row that was written: a new one, or a changed one. */
    static List<NetworkChange> written(TableTransaction transaction, @Nullable ResourceRow before, ResourceRow after) {
        return switch (after.type()) {
            case SUBSCRIBER -> before == null ? List.of() : subscriber(before, after);
            case AUC ->
                before == null ? List.of() : List.of(new NetworkChange.KeysEdited(after.key(), columns(before, after)));
            case APN ->
                before == null ? List.of() : List.of(new NetworkChange.ApnEdited(after.key(), columns(before, after)));
            case ROAMING_NETWORK ->
                before == null ? List.of() : List.of(new NetworkChange.RoamingNetworkChanged(after.key()));
            case ROAMING_RULE -> List.of(new NetworkChange.RoamingRuleChanged(after.key()));
            case SUBSCRIBER_ATTRIBUTES -> owners(transaction, NetworkChange.ATTRIBUTES, before, after);
            case SUBSCRIBER_ROUTING -> owners(transaction, NetworkChange.ROUTING, before, after);
            default -> List.of();
        };
    }

    /** Of a row that is about to be deleted. */
    static List<NetworkChange> deleted(TableTransaction transaction, ResourceRow row) {
        return switch (row.type()) {
            case SUBSCRIBER ->
                imsi(row)
                        .<List<NetworkChange>>map(imsi -> List.of(new NetworkChange.SubscriberDeleted(row.key(), imsi)))
                        .orElse(List.of());
            case ROAMING_RULE -> List.of(new NetworkChange.RoamingRuleChanged(row.key()));
            case ROAMING_NETWORK -> List.of(new NetworkChange.RoamingNetworkChanged(row.key()));
            case SUBSCRIBER_ATTRIBUTES -> owners(transaction, NetworkChange.ATTRIBUTES, row, null);
            case SUBSCRIBER_ROUTING -> owners(transaction, NetworkChange.ROUTING, row, null);
            default -> List.of();
        };
    }

    private static List<NetworkChange> subscriber(ResourceRow before, ResourceRow after) {
        var changes = new ArrayList<NetworkChange>();
        var old = imsi(before);
        var imsi = imsi(after);
        if (old.isPresent() && !old.equals(imsi)) {
            changes.add(new NetworkChange.SubscriberRenamed(after.key(), old.get()));
        } else {
            imsi.ifPresent(same -> changes.add(new NetworkChange.SubscriberEdited(
                    after.key(), same, columns(before, after), Optional.of(apns(before)))));
        }
        return changes;
    }

    private static ApnList apns(ResourceRow row) {
        return ApnList.of(
                row.get("default_apn") instanceof Integer id ? id : 0,
                row.get("apn_list") instanceof String list ? list : "");
    }

    private static List<NetworkChange> owners(
            TableTransaction transaction, String what, @Nullable ResourceRow before, @Nullable ResourceRow after) {
        var ids = new HashSet<Integer>();
        Stream.of(Optional.ofNullable(before), Optional.ofNullable(after))
                .flatMap(Optional::stream)
                .map(row -> row.get("subscriber_id"))
                .forEach(id -> {
                    if (id instanceof Integer key) {
                        ids.add(key);
                    }
                });
        var changes = new ArrayList<NetworkChange>();
        for (int id : ids) {
            transaction
                    .get(ResourceType.SUBSCRIBER.stored(), id)
                    .flatMap(values -> imsi(new ResourceRow(ResourceType.SUBSCRIBER, values)))
                    .ifPresent(imsi ->
                            changes.add(new NetworkChange.SubscriberEdited(id, imsi, Set.of(what), Optional.empty())));
        }
        return changes;
    }

    private static Optional<Imsi> imsi(ResourceRow row) {
        return row.get("imsi") instanceof String text ? Imsi.parse(text) : Optional.empty();
    }

    /** A key that is sealed anew stands in a column of its own, but is told as what it is. */
    private static Set<String> columns(ResourceRow before, ResourceRow after) {
        var changed = new TreeSet<String>();
        var columns = after.type().stored().columns();
        for (int i = 0; i < columns.size(); i++) {
            if (!Values.equal(before.values()[i], after.values()[i])) {
                changed.add(
                        switch (columns.get(i).name()) {
                            case "k", "k_encrypted" -> "ki";
                            case "op", "op_encrypted" -> "opc";
                            default -> columns.get(i).name();
                        });
            }
        }
        return changed;
    }
}
