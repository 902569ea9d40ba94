// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.network;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jhss.platform.bus.Bus;
import org.jhss.platform.bus.calls.CallResult;
import org.jhss.platform.bus.calls.Calls;
import org.jhss.platform.bus.calls.Replies;
import org.jhss.platform.bus.frame.MessageStatus;
import org.jhss.platform.bus.health.ServiceHealth;
import org.jhss.platform.bus.health.ServiceReport;
import org.jhss.platform.bus.peers.PeerRecord;
import org.jhss.platform.bus.peers.PeerRegistry;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The running system, over Redis. */
public final class LiveBackbone implements Backbone, AutoCloseable {

    private static final String HSS = "hss";
    private static final Duration HEALTH_WAIT = Duration.ofSeconds(1);

    /** Over the time that the hss service itself waits for a node's answer. */
    private static final Duration MARGIN = Duration.ofSeconds(2);

    private final Bus bus;
    private final Replies replies;
    private final Calls calls;
    private final PeerRegistry peers;
    private final ServiceHealth health;
    private final Duration timeout;

    private LiveBackbone(Bus bus, Duration timeout) {
        this.bus = bus;
        this.replies = Replies.open(bus);
        this.calls = new Calls(bus, replies);
        this.peers = PeerRegistry.open(bus);
        this.health = new ServiceHealth(bus);
        this.timeout = timeout;
    }

    /**
     * Opens what is needed for asking the others.
     *
     * @param bus stays the caller's to close
     * @param requestTimeout how long the hss service waits for a node
     */
    public static LiveBackbone on(Bus bus, Duration requestTimeout) {
        return new LiveBackbone(bus, requestTimeout.plus(MARGIN));
    }

    @Override
    public boolean isAvailable() {
        return bus.isAvailable();
    }

    @Override
    public List<PeerRecord> peers() {
        return peers.snapshot();
    }

    @Override
    public CallResult call(String name, ObjectNode arguments) {
        try {
            return calls.call(HSS, name, arguments, timeout).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new CallResult.Failure(MessageStatus.TIMEOUT, "interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException("calls never fail with an exception", e);
        }
    }

    @Override
    public Optional<List<ServiceReport>> services(String role) {
        try {
            return health.list(role).toCompletableFuture().get(HEALTH_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException _) {
            return Optional.empty();
        }
    }

    @Override
    public void wake() {
        // Nobody waits for it: without it the hss service looks within a second by itself.
        var _ = calls.call(HSS, "changes.wake", JsonNodeFactory.instance.objectNode(), timeout);
    }

    @Override
    public void close() {
        calls.close();
        peers.close();
        replies.close();
    }
}
