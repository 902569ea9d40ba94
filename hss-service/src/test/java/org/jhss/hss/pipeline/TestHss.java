// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.pipeline;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jhss.hss.handler.HandlerEnvironment;
import org.jhss.hss.handler.InterfaceModule;
import org.jhss.hss.metrics.HssEvents;
import org.jhss.hss.metrics.HssMetrics;
import org.jhss.hss.outbound.OutboundRequest;
import org.jhss.hss.outbound.OutboundResult;
import org.jhss.hss.outbound.RequestSender;
import org.jhss.platform.bus.Bus;
import org.jhss.platform.bus.redis.BusSettings;
import org.jhss.platform.config.ConfigLoader;
import org.jhss.platform.config.JhssConfig;
import org.jhss.store.Store;

/** One hss-service instance within the test: a pipeline with the test's interfaces on a real bus and a real database. */
public final class TestHss implements AutoCloseable {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final HssMetrics metrics = new HssMetrics(meters);
    private final List<OutboundRequest> originated = new CopyOnWriteArrayList<>();
    private final Bus bus;
    private final Pipeline pipeline;

    /** @param config YAML of section {@code hss} and others */
    public TestHss(BusSettings settings, Store store, String config, InterfaceModule... modules) {
        this.bus = Bus.open(settings, "hss-" + UUID.randomUUID(), meters);
        var environment = new HandlerEnvironment(
                config(config), store, Clock.systemUTC(), new HssEvents(meters), new Recording(originated));
        this.pipeline = Pipeline.start(bus, environment, metrics, List.of(modules));
    }

    public HssMetrics metrics() {
        return metrics;
    }

    public SimpleMeterRegistry meters() {
        return meters;
    }

    /** What handlers have originated. */
    public List<OutboundRequest> originated() {
        return originated;
    }

    /** The configuration that {@code yaml} spells. */
    public static JhssConfig config(String yaml) {
        var result = ConfigLoader.of(Map.of()).parse(Path.of("test.yaml"), yaml);
        return result.config()
                .orElseThrow(
                        () -> new IllegalArgumentException(result.problems().toString()));
    }

    /** Stops gracefully. */
    @Override
    public void close() {
        pipeline.close();
        bus.close();
    }

    private record Recording(List<OutboundRequest> requests) implements RequestSender {
        @Override
        public CompletableFuture<OutboundResult> send(OutboundRequest request) {
            requests.add(request);
            return CompletableFuture.completedFuture(new OutboundResult.NoPeer());
        }
    }
}
