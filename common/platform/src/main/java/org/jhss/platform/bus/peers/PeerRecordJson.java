// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus.peers;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jhss.identity.PeerHost;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A peer record as JSON: the fields of PyHSS first, by its names and in its forms (times as ISO-8601 with offset, metadata as JSON within
 * a string), then ours.
 */
public final class PeerRecordJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String METADATA_TYPE = "DiameterPeerType";

    private PeerRecordJson() {}

    /** The record as a JSON object. */
    public static ObjectNode toJson(PeerRecord peer) {
        var json = JSON.createObjectNode();
        json.put("IpAddress", peer.address().ip());
        json.put("Port", Integer.toString(peer.address().port()));
        json.put("Hostname", peer.identity().host().map(PeerHost::value).orElse(""));
        json.put("Connected", peer.state().connected());
        json.put("TransportProtocol", peer.address().transport());
        json.put("PeerType", peer.identity().type());
        json.put("LastConnectTimestamp", text(peer.history().lastConnect()));
        json.put("LastDisconnectTimestamp", text(peer.history().lastDisconnect()));
        json.put("ReconnectionCount", peer.history().reconnections());
        json.put(
                "Metadata",
                JSON.createObjectNode()
                        .put(METADATA_TYPE, peer.identity().type())
                        .toString());
        json.put("Realm", peer.identity().realm());
        json.put("State", peer.state().name());
        json.put("Since", text(Optional.of(peer.state().since())));
        var applications = json.putArray("Applications");
        peer.applications().forEach(applications::add);
        json.put("ConnectionId", peer.connectionId());
        json.put("Instance", peer.instance());
        var counters = json.putObject("Counters");
        peer.counters().forEach(counters::put);
        return json;
    }

    static byte[] write(PeerRecord peer) {
        return JSON.writeValueAsBytes(toJson(peer));
    }

    /** The record that the octets spell, or empty when they are not one. */
    static Optional<PeerRecord> read(byte[] octets) {
        try {
            return read(JSON.readTree(octets));
        } catch (JacksonException | DateTimeException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<PeerRecord> read(JsonNode json) {
        if (!json.isObject() || !json.has("Instance") || !json.has("ConnectionId")) {
            return Optional.empty();
        }
        var address = new PeerRecord.Address(
                json.path("IpAddress").asString(""),
                json.path("Port").asInt(0),
                json.path("TransportProtocol").asString(""));
        var identity = new PeerRecord.Identity(
                PeerHost.parse(json.path("Hostname").asString("")),
                json.path("Realm").asString(""),
                json.path("PeerType").asString(""));
        var state = new PeerRecord.State(
                json.path("Connected").asBoolean(false),
                json.path("State").asString(""),
                time(json.path("Since")).orElse(Instant.EPOCH));
        var history = new PeerRecord.History(
                time(json.path("LastConnectTimestamp")),
                time(json.path("LastDisconnectTimestamp")),
                json.path("ReconnectionCount").asInt(0));
        return Optional.of(new PeerRecord(
                json.path("Instance").asString(""),
                json.path("ConnectionId").asLong(0),
                address,
                identity,
                state,
                history,
                applications(json.path("Applications")),
                counters(json.path("Counters"))));
    }

    private static List<Long> applications(JsonNode array) {
        var ids = new ArrayList<Long>();
        array.values().forEach(id -> ids.add(id.asLong(0)));
        return ids;
    }

    private static Map<String, Long> counters(JsonNode object) {
        var counters = new HashMap<String, Long>();
        object.properties()
                .forEach(entry -> counters.put(entry.getKey(), entry.getValue().asLong(0)));
        return counters;
    }

    private static String text(Optional<Instant> time) {
        return time.map(instant ->
                        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(ZoneId.systemDefault())))
                .orElse("");
    }

    private static Optional<Instant> time(JsonNode text) {
        var value = text.asString("");
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(OffsetDateTime.parse(value).toInstant());
    }
}
