// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.oam;

import java.util.List;
import java.util.Optional;
import org.jhss.api.crud.Rows;
import org.jhss.api.network.Facilities;
import org.jhss.api.network.Paging;
import org.jhss.api.network.RowSets;
import org.jhss.api.network.Sessions;
import org.jhss.api.route.Answer;
import org.jhss.api.route.Endpoint;
import org.jhss.api.route.EndpointBuilder;
import org.jhss.api.route.Method;
import org.jhss.api.route.Request;
import org.jhss.api.route.Schema;
import org.jhss.api.route.Schema.Property;
import org.jhss.api.route.Surface;
import org.jhss.provisioning.schema.ResourceRow;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.store.table.Filter;
import org.jhss.store.table.Selection;
import tools.jackson.databind.node.ObjectNode;

/** Who is served by the network: objects keyed by IMSI, written while they are read. */
final class ServedEndpoints {

    private static final String BY_IMSI = "IMSI";
    private static final Schema.Row SESSION = new Schema.Row(ResourceType.SERVING_APN, Schema.Form.COMPATIBLE, false);

    private static final Schema.Extended SESSION_WITH_APN = new Schema.Extended(
            "SERVING_APN with APN",
            SESSION,
            List.of(Property.required("apn_info", Schema.row(ResourceType.APN), "The session's APN")));

    private static final Schema.Extended SERVED = new Schema.Extended(
            "SERVING_APN with all",
            SESSION,
            List.of(
                    Property.required("apn_info", Schema.row(ResourceType.APN), "The session's APN"),
                    Property.required("subscriber_info", Schema.row(ResourceType.SUBSCRIBER), "The subscriber"),
                    Property.optional(
                            "sessions",
                            new Schema.ArrayOf(SESSION_WITH_APN),
                            "All sessions of the subscriber, of which PyHSS shows the last only; not in compatibility STRICT")));

    private final Facilities facilities;
    private final Rows rows;

    ServedEndpoints(Facilities facilities) {
        this.facilities = facilities;
        this.rows = facilities.rows();
    }

    List<Endpoint> all() {
        return List.of(
                start("/oam/serving_subs", "get_py_hss_oam__serving__subs")
                        .summary("Lists the subscribers that an MME serves")
                        .ok("Subscribers by IMSI", new Schema.MapOf(BY_IMSI, Schema.row(ResourceType.SUBSCRIBER)))
                        .handledBy(request -> byImsi(request, ResourceType.SUBSCRIBER, "serving_mme")),
                start("/oam/serving_subs_pcrf", "get_py_hss_oam__serving__subs__pcrf")
                        .summary("Lists the subscribers that have sessions at PDN gateways")
                        .ok("The last session by IMSI, with all others", new Schema.MapOf(BY_IMSI, SERVED))
                        .handledBy(this::sessions),
                start("/oam/serving_subs_ims", "get_py_hss_oam__serving__subs__ims")
                        .summary("Lists the IMS subscribers that an S-CSCF serves")
                        .ok(
                                "IMS subscribers by IMSI",
                                new Schema.MapOf(BY_IMSI, Schema.row(ResourceType.IMS_SUBSCRIBER)))
                        .handledBy(request -> byImsi(request, ResourceType.IMS_SUBSCRIBER, "scscf")));
    }

    private static EndpointBuilder start(String path, String id) {
        return Endpoint.of(Surface.PYHSS, Method.GET, path)
                .tag(OamEndpoints.TAG)
                .operationId(id)
                .description("Everything, as PyHSS, unless page or page_size ask for a part.")
                .parameters(Paging.PARAMETERS);
    }

    private Answer byImsi(Request request, ResourceType type, String servedBy) {
        var filters = List.of(new Filter(type.position(servedBy), Filter.Comparison.NOT_NULL, List.of()));
        var paging = Paging.of(request);
        return Answer.stream(json -> {
            json.writeStartObject();
            if (paging.isPresent()) {
                var page = paging.get();
                facilities
                        .objects()
                        .list(type, new Selection(filters, List.of(), page.offset(), page.size()))
                        .forEach(row -> {
                            json.writeName(imsi(row));
                            rows.write(json, row);
                        });
            } else {
                RowSets.each(facilities.objects(), type, filters, row -> {
                    json.writeName(imsi(row));
                    rows.write(json, row);
                });
            }
            json.writeEndObject();
        });
    }

    private Answer sessions(Request request) {
        var paging = Paging.of(request);
        return Answer.stream(json -> {
            json.writeStartObject();
            new Sessions(facilities.objects()).each(paging, served -> {
                json.writeName(imsi(served.subscriber()));
                json.writePOJO(json(served));
            });
            json.writeEndObject();
        });
    }

    private ObjectNode json(Sessions.Served served) {
        var json = withApn(served, served.sessions().getLast());
        json.set("subscriber_info", rows.tree(served.subscriber()));
        if (!facilities.isStrict()) {
            var sessions = json.putArray("sessions");
            served.sessions().forEach(session -> sessions.add(withApn(served, session)));
        }
        return json;
    }

    private ObjectNode withApn(Sessions.Served served, ResourceRow session) {
        var json = rows.tree(session);
        var apn = Optional.ofNullable(served.apns().get(Sessions.apnOf(session)));
        apn.ifPresentOrElse(row -> json.set("apn_info", rows.tree(row)), () -> json.putNull("apn_info"));
        return json;
    }

    /** As PyHSS spells a key that is NULL. */
    private static String imsi(ResourceRow row) {
        return String.valueOf(row.get("imsi"));
    }
}
