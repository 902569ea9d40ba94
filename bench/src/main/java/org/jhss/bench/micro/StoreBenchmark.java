// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.micro;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jhss.bench.rig.DatabaseKind;
import org.jhss.bench.rig.Rig;
import org.jhss.identity.Imsi;
import org.jhss.store.Store;
import org.jhss.store.secret.KeyVault;
import org.jhss.store.work.Need;
import org.jhss.store.work.NodeType;
import org.jhss.store.work.ServingNode;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A unit of work for a batch of different subscribers, committed: the time is that of a batch. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class StoreBenchmark {

    private static final int SUBSCRIBERS = 10_000;
    private static final long FIRST_IMSI = 1_010_000_000_001L;
    private static final Set<Need> OF_AIR = EnumSet.of(Need.AUTHENTICATION);
    private static final Set<Need> OF_ULR = EnumSet.of(Need.PROFILE, Need.SERVING_NODES, Need.DETAILS);
    private static final long SEQ_STEP = 32;

    @Param
    public DatabaseKind database = DatabaseKind.SQLITE;

    @Param({"1", "64"})
    public int batch = 1;

    private Open open = Open.NONE;

    /** A database and the store on it. */
    private record Open(Rig rig, Store store) implements AutoCloseable {

        @SuppressWarnings("NullAway") // JMH sets the field up before it measures.
        private static final Open NONE = null;

        @Override
        public void close() {
            store.close();
            rig.close();
        }
    }

    @Setup
    public void start() {
        var rig = Rig.builder()
                .database(database)
                .subscribers(SUBSCRIBERS)
                .hssServices(0)
                .diameterServices(0)
                .start();
        open = new Open(rig, Store.open(rig.database().settings(), KeyVault.disabled()));
    }

    @TearDown
    public void stop() {
        open.close();
    }

    /** What an AIR asks of the database: the key, and the SQN advanced. */
    @Benchmark
    public int advanceSqn() {
        var imsis = imsis();
        try (var work = open.store().unitsOfWork().begin()) {
            work.prefetch(imsis, OF_AIR);
            for (var imsi : imsis) {
                var subscriber = work.subscriber(imsi).orElseThrow();
                subscriber.setSqn(subscriber.sqn() + SEQ_STEP);
            }
            work.commit();
        }
        return imsis.size();
    }

    /** What a ULR asks of the database: the profile, and the serving node stored. */
    @Benchmark
    public int register() {
        var imsis = imsis();
        var node = node(Instant.now());
        try (var work = open.store().unitsOfWork().begin()) {
            work.prefetch(imsis, OF_ULR);
            for (var imsi : imsis) {
                work.subscriber(imsi).orElseThrow().register(node);
            }
            work.commit();
        }
        return imsis.size();
    }

    private List<Imsi> imsis() {
        int from = ThreadLocalRandom.current().nextInt(SUBSCRIBERS - batch);
        var imsis = new ArrayList<Imsi>(batch);
        for (int i = 0; i < batch; i++) {
            imsis.add(new Imsi(String.format(Locale.ROOT, "%015d", FIRST_IMSI + from + i)));
        }
        return imsis;
    }

    private static ServingNode node(Instant now) {
        return ServingNode.at(NodeType.MME, new ServingNode.Address("mme01.epc", "epc", "mme01.epc;hss01", ""), now);
    }
}
