// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.micro;

import java.util.concurrent.TimeUnit;
import org.jhss.platform.bus.frame.Envelope;
import org.jhss.platform.bus.frame.Frame;
import org.jhss.platform.bus.frame.FrameReader;
import org.jhss.platform.bus.frame.FrameResult;
import org.jhss.platform.bus.frame.FrameWriter;
import org.jhss.testkit.diameter.DiameterRequests;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Packing AIRs into a frame and unpacking it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FrameBenchmark {

    @Param({"1", "64"})
    public int messages = 1;

    private final byte[] air = Messages.air();
    private final FrameWriter writer = new FrameWriter();
    private final byte[][] frames = {
        packed(writer, air, 1).octets(), packed(writer, air, 64).octets()
    };

    @Benchmark
    public Frame write() {
        return packed(writer, air, messages);
    }

    @Benchmark
    public FrameResult read() {
        return FrameReader.read(frames[messages == 1 ? 0 : 1]);
    }

    /** A frame of so many requests of one peer. */
    static Frame packed(FrameWriter writer, byte[] request, int messages) {
        for (int i = 0; i < messages; i++) {
            writer.add(
                    Envelope.requestIn(
                            1,
                            i,
                            0,
                            Long.MAX_VALUE,
                            DiameterRequests.mme().host().value(),
                            "answers"),
                    request,
                    0,
                    request.length);
        }
        return writer.toFrame();
    }
}
