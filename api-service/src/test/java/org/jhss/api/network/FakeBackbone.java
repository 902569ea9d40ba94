// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.network;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jhss.identity.PeerHost;
import org.jhss.platform.bus.calls.CallResult;
import org.jhss.platform.bus.frame.MessageStatus;
import org.jhss.platform.bus.health.ServiceReport;
import org.jhss.platform.bus.peers.PeerRecord;
import org.jhss.platform.lifecycle.HealthRecord;
import org.jhss.platform.lifecycle.ServiceState;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Other services that do as a test says, and remember what they were asked. */
public final class FakeBackbone implements Backbone {

    /** A call that was made. */
    public record Call(String name, ObjectNode arguments) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    public final List<Call> calls = new CopyOnWriteArrayList<>();
    public final List<PeerRecord> peers = new ArrayList<>();
    private final Map<String, Function<ObjectNode, CallResult>> handlers = new HashMap<>();
    private final Map<String, ServiceState> services = new HashMap<>();
    public boolean available = true;

    /** What every node says to a call; {@code result} is a result code's name or such as NO_PEER. */
    public FakeBackbone answering(String call, String result) {
        var success = result.equals("SUCCESS");
        return answeringJson(
                call,
                "{\"results\":[{\"node\":\"mme\",\"host\":\"mme01\",\"realm\":\"epc\",\"success\":" + success
                        + ",\"result\":\"" + result + "\"}]}");
    }

    public FakeBackbone answeringJson(String call, String json) {
        handlers.put(call, _ -> CallResult.answer(JSON.readTree(json)));
        return this;
    }

    public FakeBackbone away(String call, MessageStatus status) {
        handlers.put(call, _ -> new CallResult.Failure(status, "away"));
        return this;
    }

    public FakeBackbone running(String role, ServiceState state) {
        services.put(role, state);
        return this;
    }

    public FakeBackbone peer(String host, boolean connected) {
        var history = new PeerRecord.History(Optional.of(Instant.EPOCH), Optional.of(Instant.EPOCH), 1);
        peers.add(new PeerRecord(
                "diameter-1",
                peers.size() + 1L,
                new PeerRecord.Address("10.0.0." + (peers.size() + 1), 3868, "SCTP"),
                new PeerRecord.Identity(PeerHost.parse(host), "epc.example", "mme"),
                new PeerRecord.State(connected, connected ? "R-Open" : "Closed", Instant.EPOCH),
                history,
                List.of(),
                Map.of()));
        return this;
    }

    @Override
    public boolean isAvailable() {
        return available;
    }

    @Override
    public List<PeerRecord> peers() {
        return List.copyOf(peers);
    }

    @Override
    public CallResult call(String name, ObjectNode arguments) {
        calls.add(new Call(name, arguments));
        var handler = handlers.get(name);
        return handler == null
                ? new CallResult.Failure(MessageStatus.UNKNOWN_CALL, "no call is named " + name)
                : handler.apply(arguments);
    }

    @Override
    public Optional<List<ServiceReport>> services(String role) {
        if (!available) {
            return Optional.empty();
        }
        var state = services.get(role);
        if (state == null) {
            return Optional.of(List.of());
        }
        var record =
                new HealthRecord(role, role + "-1", 1, "1.0", Instant.EPOCH, state, Instant.EPOCH, List.of(), Map.of());
        return Optional.of(List.of(new ServiceReport(role, role + "-1", record.toJson())));
    }
}
