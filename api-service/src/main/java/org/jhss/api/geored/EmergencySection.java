// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.geored;

import java.util.List;
import java.util.Optional;
import org.jhss.api.error.Kind;
import org.jhss.api.network.RowChange;
import org.jhss.provisioning.schema.ResourceRow;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.provisioning.schema.RowJson;
import org.jhss.provisioning.schema.View;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Sessions of those who call for help. Rows are found by identity and address, since ids differ between sites. */
final class EmergencySection {

    static final String IP = GeoredFields.EMERGENCY + "ip";
    static final String DELETE = GeoredFields.EMERGENCY + "delete";

    private static final String ID = GeoredFields.EMERGENCY + "id";
    private static final String IMSI = GeoredFields.EMERGENCY + "imsi";
    private static final ResourceType TYPE = ResourceType.EMERGENCY_SUBSCRIBER;
    private static final List<String> COLUMNS = List.of(
            "imsi",
            "serving_pgw",
            "serving_pgw_timestamp",
            "serving_pcscf",
            "serving_pcscf_timestamp",
            "gx_origin_realm",
            "gx_origin_host",
            "rat_type",
            "ip",
            "access_network_gateway_address",
            "access_network_charging_address");

    static final Section SECTION = new Section(IP, List.of(), EmergencySection::apply);

    private EmergencySection() {}

    /** Whether the push ends the session: the answer is then an empty object. */
    static boolean isDelete(ObjectNode push) {
        return push.path(DELETE).asBoolean(false);
    }

    private static Section.Result apply(ObjectNode push, RowChange change) {
        if (Section.text(push, IP).isEmpty()) {
            return Section.rejected(Kind.INVALID, IP, "required", "missing from geored request");
        }
        if (isDelete(push)) {
            change.lock(TYPE, "ip", Section.text(push, IP)).stream()
                    .filter(row -> isOf(row, Section.text(push, IMSI)))
                    .forEach(change::delete);
            return Section.APPLIED;
        }
        if (!push.has(ID)) {
            return Section.rejected(Kind.INVALID, ID, "required", "must be given");
        }
        return store(push, change);
    }

    private static boolean isOf(ResourceRow row, String imsi) {
        return imsi.isEmpty() || row.get("imsi") == null || imsi.equals(row.get("imsi"));
    }

    private static Section.Result store(ObjectNode push, RowChange change) {
        var before = find(push, change);
        var row = before.map(ResourceRow::copy)
                .orElseGet(() -> new ResourceRow(
                        TYPE, new @Nullable Object[TYPE.stored().columns().size()]));
        var values = new Change(push, row);
        COLUMNS.forEach(column -> values.take(GeoredFields.EMERGENCY + column, column));
        if (!values.problems().isEmpty()) {
            return new Section.Result.Rejected(Kind.INVALID, values.problems());
        }
        if (before.isPresent()) {
            change.update(before.get(), row);
        } else {
            int id = push.path(ID).asInt(0);
            boolean free = id > 0 && change.transaction().get(TYPE.stored(), id).isEmpty();
            row.values()[0] = free ? id : null;
            change.insert(row);
        }
        return new Section.Result.Applied(RowJson.tree(row, View.COMPATIBLE));
    }

    private static Optional<ResourceRow> find(ObjectNode push, RowChange change) {
        var imsi = Section.text(push, IMSI);
        var byIdentity = imsi.isEmpty() ? List.<ResourceRow>of() : change.lock(TYPE, "imsi", imsi);
        return byIdentity.isEmpty()
                ? change.lock(TYPE, "ip", Section.text(push, IP)).stream()
                        .filter(row -> isOf(row, imsi))
                        .findFirst()
                : Optional.of(byIdentity.getFirst());
    }
}
