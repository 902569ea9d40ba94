// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.pipeline;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jhss.diameter.message.Limits;
import org.jhss.hss.handler.CommandHandler;
import org.jhss.hss.handler.HandlerEnvironment;
import org.jhss.hss.handler.InterfaceModule;
import org.jhss.hss.metrics.HssMetrics;
import org.jhss.platform.bus.Bus;
import org.jhss.platform.bus.BusConsumer;
import org.jhss.platform.bus.BusKeys;

/**
 * The workers of one hss-service instance. Each is a consumer of its own in the group that all instances share, and has handlers of
 * its own: workers share no lock.
 */
public final class Pipeline implements AutoCloseable {

    /** A frame must change hands at least this many times before its requests' deadline. */
    private static final int TAKEOVERS_IN_TIME = 4;

    private static final Duration SHORTEST_STALE = Duration.ofMillis(200);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

    private final List<Lane> lanes = new ArrayList<>();

    private record Lane(BusConsumer consumer, Worker worker, Thread thread) {}

    private Pipeline() {}

    /** Starts the workers that the configuration asks for, with the handlers of {@code modules}. */
    public static Pipeline start(
            Bus bus, HandlerEnvironment environment, HssMetrics metrics, List<InterfaceModule> modules) {
        var pipeline = new Pipeline();
        int workers = environment.config().hss().processing().workers();
        for (int i = 0; i < workers; i++) {
            pipeline.lanes.add(lane(i, bus, environment, metrics, modules));
        }
        pipeline.lanes.forEach(lane -> lane.thread().start());
        return pipeline;
    }

    private static Lane lane(
            int index, Bus bus, HandlerEnvironment environment, HssMetrics metrics, List<InterfaceModule> modules) {
        var handlers = new ArrayList<CommandHandler>();
        for (var module : modules) {
            handlers.addAll(module.handlers(environment));
        }
        var hss = environment.config().hss();
        InstantSource clock = environment.clock();
        var limits = new Limits(
                hss.limits().maxMessageSize(),
                hss.limits().maxAvpCount(),
                hss.limits().maxAvpDepth());
        var processor = new BatchProcessor(
                environment.store().unitsOfWork(),
                clock,
                metrics,
                limits,
                new Dispatcher(handlers, environment.identity(), metrics));
        var consumer = bus.consumer(bus.keys().inbound(), BusKeys.HSS_GROUP, bus.instance() + "-" + index);
        var worker = new Worker(
                consumer,
                bus.outbox(),
                processor,
                environment.sender(),
                metrics,
                clock,
                hss.processing().batchSize(),
                staleAfter(hss.processing().requestTimeout()));
        var thread = Thread.ofPlatform().name("hss-worker-" + index).unstarted(worker);
        return new Lane(consumer, worker, thread);
    }

    /**
     * A frame held for this long counts as its consumer's death. With a deadline of 3 s it is taken over within 1.1 s, so that even a
     * second death leaves time.
     */
    private static Duration staleAfter(Duration requestTimeout) {
        var share = requestTimeout.dividedBy(TAKEOVERS_IN_TIME);
        return share.compareTo(SHORTEST_STALE) < 0 ? SHORTEST_STALE : share;
    }

    /** How many workers there are. */
    public int workers() {
        return lanes.size();
    }

    /** Whether all workers are running. */
    public boolean isRunning() {
        return lanes.stream().allMatch(lane -> lane.thread().isAlive());
    }

    /** Stops taking requests, lets the batches in hand be answered and acknowledged, and returns when that is done. */
    @Override
    public void close() {
        lanes.forEach(lane -> lane.worker().stop());
        long end = System.nanoTime() + STOP_PATIENCE.toNanos();
        boolean interrupted = false;
        for (var lane : lanes) {
            try {
                lane.thread().join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
            } catch (InterruptedException _) {
                interrupted = true;
            }
            lane.consumer().close();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
