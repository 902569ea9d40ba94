// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.harness;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetSocketAddress;
import java.util.UUID;
import org.jhss.peer.EngineSettings;
import org.jhss.peer.PeerEngine;
import org.jhss.peer.metrics.PeerMetrics.Drop;
import org.jhss.platform.bus.Bus;
import org.jhss.platform.bus.redis.BusSettings;
import org.jhss.platform.lifecycle.StartFailure;
import org.jhss.testkit.diameter.RawClient;
import org.jhss.testkit.redis.RedisServer;

/** An engine on a real Redis with a stand-in for hss-service behind it. */
public final class PeerFixture implements AutoCloseable {

    private final Bus bus;
    private final EchoHss hss;
    private final PeerEngine engine;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    public PeerFixture() {
        this(Engines.settings());
    }

    public PeerFixture(EngineSettings settings) {
        this(settings, RedisServer.shared().settings());
    }

    public PeerFixture(EngineSettings settings, BusSettings redis) {
        hss = new EchoHss(redis);
        bus = Bus.open(redis, "diameter-" + UUID.randomUUID(), new SimpleMeterRegistry());
        try {
            engine = PeerEngine.start(settings, bus, meters);
        } catch (StartFailure e) {
            throw new IllegalStateException(e);
        }
    }

    public Bus bus() {
        return bus;
    }

    public EchoHss hss() {
        return hss;
    }

    public PeerEngine engine() {
        return engine;
    }

    public InetSocketAddress address() {
        return engine.listening().getFirst();
    }

    public RawClient connect() {
        return RawClient.connect(address());
    }

    public RawClient open(String host) {
        return RawClient.open(address(), Messages.cer(host));
    }

    /** How often a check had that outcome. */
    public double policy(String check, String outcome) {
        return meters.get("jhss.peer.policy")
                .tag("check", check)
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    public double dropped(Drop drop) {
        return engine.metrics().droppedCount(drop);
    }

    /** What that gauge shows. */
    public double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    @Override
    public void close() {
        engine.close();
        bus.close();
        hss.close();
    }
}
