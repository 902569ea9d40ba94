// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.yardstick;

import java.util.concurrent.TimeUnit;
import org.jdiameter.api.AvpDataException;
import org.jdiameter.api.AvpSet;
import org.jdiameter.client.api.parser.ParseException;
import org.jdiameter.client.impl.parser.MessageParser;
import org.jhss.bench.micro.CodecBenchmark;
import org.jhss.bench.micro.Messages;
import org.jhss.diameter.dictionary.AvpType;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.Dictionary;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.dictionary.Vendors;
import org.jhss.diameter.message.ResultCode;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** jDiameter's codec on the octets of {@link CodecBenchmark}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JDiameterCodecBenchmark {

    private final byte[] air = Messages.air();
    private final byte[] ula = Messages.ula();
    private final byte[] rand = new byte[16];
    private final byte[] xres = new byte[8];
    private final byte[] kasme = new byte[32];
    private final MessageParser parser = new MessageParser();

    @Benchmark
    public long readAirAndLookUp() throws AvpDataException {
        var avps = parser.createMessage(air).getAvps();
        long sum = 0;
        for (var definition : CodecBenchmark.LOOKED_UP) {
            sum += avps.getAvp(definition.code(), definition.vendorId()).getRaw().length;
        }
        return sum;
    }

    @Benchmark
    public long readEveryLevelOfUla() throws AvpDataException {
        return count(parser.createMessage(ula).getAvps());
    }

    @Benchmark
    public long writeAia() throws ParseException {
        var message = parser.createEmptyMessage(S6a.AIA.code(), S6a.APPLICATION.id());
        var avps = message.getAvps();
        avps.addAvp(Base.SESSION_ID.code(), Messages.SESSION, true, false, false);
        avps.addAvp(Base.RESULT_CODE.code(), ResultCode.SUCCESS.value(), true, false);
        avps.addAvp(Base.ORIGIN_HOST.code(), Messages.HOST, true, false, true);
        avps.addAvp(Base.ORIGIN_REALM.code(), Messages.REALM, true, false, true);
        var vector = avps.addGroupedAvp(S6a.AUTHENTICATION_INFO.code(), Vendors.THREE_GPP, true, false)
                .addGroupedAvp(S6a.E_UTRAN_VECTOR.code(), Vendors.THREE_GPP, true, false);
        vector.addAvp(S6a.RAND.code(), rand, Vendors.THREE_GPP, true, false);
        vector.addAvp(S6a.XRES.code(), xres, Vendors.THREE_GPP, true, false);
        vector.addAvp(S6a.AUTN.code(), rand, Vendors.THREE_GPP, true, false);
        vector.addAvp(S6a.KASME.code(), kasme, Vendors.THREE_GPP, true, false);
        return parser.encodeMessage(message).limit();
    }

    private static long count(AvpSet avps) throws AvpDataException {
        long sum = 0;
        for (var avp : avps) {
            boolean group = Dictionary.standard()
                            .find((int) avp.getVendorId(), avp.getCode())
                            .orElseThrow()
                            .type()
                    == AvpType.GROUPED;
            sum += group ? count(avp.getGrouped()) : avp.getRaw().length;
        }
        return sum;
    }
}
