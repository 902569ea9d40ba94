// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.micro;

import java.util.concurrent.TimeUnit;
import org.jhss.aka.AkaCredentials;
import org.jhss.aka.AkaKey;
import org.jhss.aka.Amf;
import org.jhss.aka.EutranVector;
import org.jhss.aka.MilenageKey;
import org.jhss.aka.TuakKey;
import org.jhss.aka.VectorGenerator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One E-UTRAN vector, KASME included, as an AIR takes it; the key prepared for each, as it comes fresh from the database. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class VectorBenchmark {

    private static final int K_LENGTH = 16;
    private static final byte[] PLMN = {0, (byte) 0xf1, 0x10};
    private static final long FIRST_SQN = 32;

    /** Which functions. */
    public enum Algorithm {
        MILENAGE,
        TUAK
    }

    @Param
    public Algorithm algorithm = Algorithm.MILENAGE;

    private final VectorGenerator generator = new VectorGenerator();
    private final byte[] k = new byte[K_LENGTH];
    private final byte[] opc = new byte[MilenageKey.OPC_LENGTH];
    private final byte[] topc = new byte[TuakKey.TOPC_LENGTH];
    private long sqn = FIRST_SQN;

    @Benchmark
    public EutranVector vector() {
        sqn += FIRST_SQN;
        return generator.eutran(new AkaCredentials(key(), new Amf(0x8000)), sqn, PLMN, 0);
    }

    private AkaKey key() {
        return switch (algorithm) {
            case MILENAGE -> MilenageKey.ofOpc(k, opc);
            case TUAK -> TuakKey.ofTopc(k, topc);
        };
    }
}
