// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.pipeline;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jhss.diameter.dictionary.CommandDefinition;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.Limits;
import org.jhss.hss.handler.CommandHandler;
import org.jhss.hss.handler.HandlerEnvironment;
import org.jhss.hss.handler.Outcome;
import org.jhss.hss.handler.Plan;
import org.jhss.hss.handler.RequestContext;
import org.jhss.hss.metrics.HssMetrics;
import org.jhss.platform.bus.frame.BusMessage;
import org.jhss.platform.bus.frame.Envelope;
import org.jhss.platform.bus.frame.FrameReader;
import org.jhss.platform.bus.frame.FrameResult;
import org.jhss.platform.bus.frame.FrameWriter;
import org.jhss.platform.config.HssIdentity;
import org.jhss.store.Store;
import org.jhss.store.database.DatabaseSettings;
import org.jhss.store.secret.KeyVault;
import org.jhss.testkit.diameter.DiameterRequests;
import org.jhss.testkit.fixture.SubscriberFixture;

/**
 * Measures the CPU time that hss-service spends per message, without Redis: decoding, validating, dispatching, answering and
 * counting; with a handler that needs nothing, then with one that reads and writes one row per message in SQLite.
 */
public final class PipelineBench {

    private static final int SUBSCRIBERS = 1_000;
    private static final int BATCH = 128;
    private static final long WARM_UP = 400_000;
    private static final long MEASURED = 1_000_000;

    private PipelineBench() {}

    public static void main(String[] arguments) throws Exception {
        var directory = Files.createTempDirectory("jhss-bench");
        try (var store = Store.open(DatabaseSettings.sqlite(directory.resolve("hss.db")), KeyVault.disabled())) {
            store.migrator().migrate();
            for (int i = 0; i < SUBSCRIBERS; i++) {
                SubscriberFixture.subscriber(imsi(i)).store(store);
            }
            run("no-op handler", store, new NoOp(), BATCH, 1);
            run("no-op handler, batches of 1", store, new NoOp(), 1, 1);
            var sqn = SqnHandler.module().handlers(environment()).getFirst();
            run("read and write one row, SQLite", store, sqn, BATCH, 10);
            run("read and write one row, SQLite, batches of 8", store, sqn, 8, 10);
        }
    }

    private static void run(String what, Store store, CommandHandler handler, int batch, int divisor) {
        var identity = TestHss.config("hss: {OriginHost: hss01, MCC: \"999\", MNC: \"99\"}")
                .hss()
                .identity();
        var metrics = new HssMetrics(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
        var processor = new BatchProcessor(
                store.unitsOfWork(),
                Clock.systemUTC(),
                metrics,
                Limits.DEFAULT,
                dispatcher(handler, identity, metrics));
        var batches = batches(batch);
        measure(processor, batches, WARM_UP / divisor);
        var threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        long done = measure(processor, batches, MEASURED / divisor);
        cpu = threads.getCurrentThreadCpuTime() - cpu;
        wall = System.nanoTime() - wall;
        System.out.printf(
                Locale.ROOT,
                "%-45s %9d messages  %7.2f us CPU/message  %9.0f messages/s%n",
                what,
                done,
                cpu / 1e3 / done,
                done * 1e9 / wall);
    }

    private static long measure(BatchProcessor processor, List<List<BusMessage>> batches, long messages) {
        long done = 0;
        for (int i = 0; done < messages; i = (i + 1) % batches.size()) {
            for (var exchange : processor.process(batches.get(i))) {
                if (exchange.result().value() != 2001) {
                    throw new IllegalStateException("answered " + exchange.result());
                }
                done++;
            }
        }
        return done;
    }

    private static Dispatcher dispatcher(CommandHandler handler, HssIdentity identity, HssMetrics metrics) {
        return new Dispatcher(List.of(handler), identity, metrics);
    }

    private static List<List<BusMessage>> batches(int size) {
        var mme = DiameterRequests.mme();
        var batches = new ArrayList<List<BusMessage>>();
        int next = 0;
        while (next < SUBSCRIBERS) {
            var writer = new FrameWriter();
            for (int i = 0; i < size; i++) {
                var octets = mme.air(imsi(next++ % SUBSCRIBERS), 1).octets();
                writer.add(
                        Envelope.requestIn(1, next, System.currentTimeMillis(), 0, TestPeer.HOST, "answers"),
                        octets,
                        0,
                        octets.length);
            }
            if (FrameReader.read(writer.toFrame().octets()) instanceof FrameResult.Messages(var messages)) {
                batches.add(messages);
            }
        }
        return batches;
    }

    private static String imsi(int number) {
        return "99999" + (1_000_000_000L + number);
    }

    /** The module of the test does not look at its environment. */
    @SuppressWarnings("NullAway") // See above.
    private static HandlerEnvironment environment() {
        return null;
    }

    private static final class NoOp implements CommandHandler {
        @Override
        public CommandDefinition command() {
            return S6a.AIR;
        }

        @Override
        public void plan(RequestContext context, Plan plan) {}

        @Override
        public Outcome handle(RequestContext context) {
            context.answer();
            return Outcome.answered();
        }
    }
}
