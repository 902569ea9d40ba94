// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.micro;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jhss.diameter.dictionary.AvpDefinition;
import org.jhss.diameter.dictionary.AvpType;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.Dictionary;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.AvpContainer;
import org.jhss.diameter.message.DiameterBuffer;
import org.jhss.diameter.message.Header;
import org.jhss.diameter.message.Limits;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.MessageReader;
import org.jhss.diameter.message.MessageWriter;
import org.jhss.diameter.message.ResultCode;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Reading an AIR with five look-ups, every level of a ULA, and writing an AIA; jDiameter does the same in the yardsticks. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CodecBenchmark {

    /** What is looked up in an AIR. */
    public static final List<AvpDefinition> LOOKED_UP = List.of(
            Base.SESSION_ID,
            Base.ORIGIN_HOST,
            Base.USER_NAME,
            S6a.VISITED_PLMN_ID,
            S6a.REQUESTED_EUTRAN_AUTHENTICATION_INFO);

    private final byte[] rand = new byte[16];
    private final byte[] xres = new byte[8];
    private final byte[] kasme = new byte[32];
    private final byte[] air = Messages.air();
    private final byte[] ula = Messages.ula();
    private final MessageReader reader = new MessageReader(Limits.DEFAULT);
    private final DiameterBuffer buffer = new DiameterBuffer();
    private final MessageWriter writer = new MessageWriter(buffer);

    @Benchmark
    public long readAirAndLookUp() {
        var message = (Message) reader.read(air, 0, air.length);
        long sum = 0;
        for (int i = 0; i < LOOKED_UP.size(); i++) {
            sum += message.find(LOOKED_UP.get(i)).valueLength();
        }
        return sum;
    }

    @Benchmark
    public long readEveryLevelOfUla() {
        return count((Message) reader.read(ula, 0, ula.length));
    }

    @Benchmark
    public long writeAia() {
        buffer.clear();
        writer.start(Header.PROXIABLE, S6a.AIA.code(), S6a.APPLICATION.id(), 1, 2);
        writer.add(Base.SESSION_ID, Messages.SESSION)
                .add(Base.RESULT_CODE, ResultCode.SUCCESS.value())
                .add(Base.ORIGIN_HOST, Messages.HOST)
                .add(Base.ORIGIN_REALM, Messages.REALM)
                .begin(S6a.AUTHENTICATION_INFO)
                .begin(S6a.E_UTRAN_VECTOR)
                .add(S6a.RAND, rand)
                .add(S6a.XRES, xres)
                .add(S6a.AUTN, rand)
                .add(S6a.KASME, kasme)
                .end()
                .end();
        return writer.finish();
    }

    private static long count(AvpContainer container) {
        long sum = 0;
        for (var avp : container) {
            boolean group = Dictionary.standard()
                            .find(avp.vendorId(), avp.code())
                            .orElseThrow()
                            .type()
                    == AvpType.GROUPED;
            sum += group ? count(avp) : avp.valueLength();
        }
        return sum;
    }
}
