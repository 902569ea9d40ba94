// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.oam;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jhss.api.error.Failure;
import org.jhss.api.error.Kind;
import org.jhss.api.error.Rendered;
import org.jhss.api.network.Facilities;
import org.jhss.api.route.Answer;
import org.jhss.api.route.Endpoint;
import org.jhss.api.route.Method;
import org.jhss.api.route.Schema;
import org.jhss.api.route.Schema.Property;
import org.jhss.api.route.Status;
import org.jhss.api.route.Surface;
import org.jhss.platform.bus.peers.PeerRecord;
import org.jhss.platform.bus.peers.PeerRecordJson;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The Diameter peers of all diameter services. */
final class PeerEndpoints {

    private static final int LONGEST = 255;
    private static final int LARGEST_COUNT = Integer.MAX_VALUE;
    private static final String LAST_DISCONNECT = "LastDisconnectTimestamp";

    private static final Schema.Fields PEER = new Schema.Fields(
            "Diameter peer",
            List.of(
                    Property.required("IpAddress", Schema.text(LONGEST), "Address of the peer")
                            .example("10.0.0.5"),
                    Property.required("Port", Schema.text(LONGEST), "Its port, as text")
                            .example("49152"),
                    Property.required("Hostname", Schema.text(LONGEST), "Its Origin-Host, or empty")
                            .example("mme01.epc.mnc001.mcc001.3gppnetwork.org"),
                    Property.required("Connected", new Schema.Flag(), "Whether requests can be sent to it")
                            .example("true"),
                    Property.required("TransportProtocol", Schema.text(LONGEST), "TCP, SCTP or TLS")
                            .example("SCTP"),
                    Property.required("PeerType", Schema.text(LONGEST), "Kind of node, or Unknown")
                            .example("mme"),
                    Property.required("LastConnectTimestamp", Schema.text(LONGEST), "ISO 8601 with offset, or empty")
                            .example("2026-11-22T08:00:00+00:00"),
                    Property.required(
                            LAST_DISCONNECT, Schema.text(LONGEST), "ISO 8601 with offset; empty while connected"),
                    Property.required("ReconnectionCount", new Schema.Whole(0, LARGEST_COUNT), "How often it came back")
                            .example("0"),
                    Property.required("Metadata", Schema.text(LONGEST), "A JSON text")
                            .example("{\"DiameterPeerType\": \"mme\"}")));

    private final Facilities facilities;

    PeerEndpoints(Facilities facilities) {
        this.facilities = facilities;
    }

    List<Endpoint> all() {
        return List.of(Endpoint.of(Surface.PYHSS, Method.GET, "/oam/diameter_peers")
                .tag(OamEndpoints.TAG)
                .operationId("get_py_hss_oam__peers")
                .summary("Lists the Diameter peers, connected or lately so")
                .ok("The peers by address and port", new Schema.MapOf("ip-port", PEER))
                .strict(PeerEndpoints::strict)
                .handledBy(_ -> facilities.backbone().isAvailable() ? answer() : away()));
    }

    private static Optional<Rendered> strict(Failure failure) {
        return failure.kind() == Kind.UNAVAILABLE
                ? Optional.of(Rendered.json(Status.OK, JsonNodeFactory.instance.stringNode("")))
                : Optional.empty();
    }

    private static Answer away() {
        return Answer.failed(Failure.of(Kind.UNAVAILABLE, "Redis, which knows the peers, does not answer"));
    }

    private Answer answer() {
        var records = new HashMap<String, PeerRecord>();
        for (var peer : facilities.backbone().peers()) {
            // Two services may remember one address: the one that has the connection now is right.
            records.merge(peer.key(), peer, (one, other) -> one.state().connected() ? one : other);
        }
        Map<String, PeerRecord> sorted = new TreeMap<>(records);
        var all = JsonNodeFactory.instance.objectNode();
        sorted.forEach((key, peer) -> all.set(key, json(peer)));
        return Answer.json(all);
    }

    private static ObjectNode json(PeerRecord peer) {
        var whole = PeerRecordJson.toJson(peer);
        var json = JsonNodeFactory.instance.objectNode();
        PEER.properties().forEach(property -> json.set(property.name(), whole.get(property.name())));
        if (peer.state().connected()) {
            json.put(LAST_DISCONNECT, "");
        }
        return json;
    }
}
