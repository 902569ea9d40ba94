// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.message;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.jdiameter.api.AvpSet;
import org.jdiameter.client.impl.parser.MessageParser;
import org.jhss.diameter.Corpus;
import org.jhss.diameter.dictionary.AvpDefinition;
import org.jhss.diameter.dictionary.AvpType;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.Dictionary;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.dictionary.Vendors;

/**
 * Measures this codec beside jDiameter's, on the same octets: CPU time and garbage for reading an AIR with five look-ups, for reading
 * every level of a ULA, and for writing an AIA. Prints one line each.
 */
public final class CodecBench {

    private static final int ROUNDS = 5;
    private static final int PER_ROUND = 300_000;
    private static final AvpDefinition[] LOOKED_UP = {
        Base.SESSION_ID, Base.ORIGIN_HOST, Base.USER_NAME, S6a.VISITED_PLMN_ID, S6a.REQUESTED_EUTRAN_AUTHENTICATION_INFO
    };
    private static final byte[] RAND = new byte[16];
    private static final byte[] XRES = new byte[8];
    private static final byte[] KASME = new byte[32];

    /** Keeps the compiler from leaving the work out. */
    private static volatile long sink;

    private interface Operation {
        long run() throws Exception;
    }

    private CodecBench() {}

    public static void main(String[] arguments) throws Exception {
        byte[] air = octets("AIR-1-vector", "request");
        byte[] ula = octets("ULR-ok", "answer");
        var reader = new MessageReader(Limits.DEFAULT);
        var buffer = new DiameterBuffer();
        var writer = new MessageWriter(buffer);
        var theirs = new MessageParser();

        measure("read AIR, look up 5 AVPs, jHSS", () -> lookUp((Message) reader.read(air, 0, air.length)));
        measure("read AIR, look up 5 AVPs, jDiameter", () -> {
            var avps = theirs.createMessage(air).getAvps();
            long sum = 0;
            for (var definition : LOOKED_UP) {
                sum += avps.getAvp(definition.code(), definition.vendorId()).getRaw().length;
            }
            return sum;
        });
        measure("read every level of a ULA, jHSS", () -> count((Message) reader.read(ula, 0, ula.length)));
        measure(
                "read every level of a ULA, jDiameter",
                () -> count(theirs.createMessage(ula).getAvps()));
        measure("write an AIA, jHSS", () -> {
            buffer.clear();
            return aia(writer);
        });
        measure("write an AIA, jDiameter", () -> aia(theirs));
    }

    private static long lookUp(Message message) {
        long sum = 0;
        for (var definition : LOOKED_UP) {
            sum += message.find(definition).valueLength();
        }
        return sum;
    }

    private static long count(AvpContainer container) {
        long sum = 0;
        for (var avp : container) {
            sum += isGroup(avp.vendorId(), avp.code()) ? count(avp) : avp.valueLength();
        }
        return sum;
    }

    private static long count(AvpSet avps) throws Exception {
        long sum = 0;
        for (var avp : avps) {
            sum += isGroup((int) avp.getVendorId(), avp.getCode()) ? count(avp.getGrouped()) : avp.getRaw().length;
        }
        return sum;
    }

    private static boolean isGroup(int vendorId, int code) {
        return Dictionary.standard().find(vendorId, code).orElseThrow().type() == AvpType.GROUPED;
    }

    private static long aia(MessageWriter writer) {
        writer.start(Header.PROXIABLE, S6a.AIA.code(), S6a.APPLICATION.id(), 1, 2);
        writer.add(Base.SESSION_ID, "mme01;1;2;app")
                .add(Base.RESULT_CODE, ResultCode.SUCCESS.value())
                .add(Base.ORIGIN_HOST, "hss01")
                .add(Base.ORIGIN_REALM, "epc.mnc001.mcc001.3gppnetwork.org")
                .begin(S6a.AUTHENTICATION_INFO)
                .begin(S6a.E_UTRAN_VECTOR)
                .add(S6a.RAND, RAND)
                .add(S6a.XRES, XRES)
                .add(S6a.AUTN, RAND)
                .add(S6a.KASME, KASME)
                .end()
                .end();
        return writer.finish();
    }

    private static long aia(MessageParser parser) throws Exception {
        var message = parser.createEmptyMessage(S6a.AIA.code(), S6a.APPLICATION.id());
        var avps = message.getAvps();
        avps.addAvp(Base.SESSION_ID.code(), "mme01;1;2;app", true, false, false);
        avps.addAvp(Base.RESULT_CODE.code(), ResultCode.SUCCESS.value(), true, false);
        avps.addAvp(Base.ORIGIN_HOST.code(), "hss01", true, false, true);
        avps.addAvp(Base.ORIGIN_REALM.code(), "epc.mnc001.mcc001.3gppnetwork.org", true, false, true);
        var vector = avps.addGroupedAvp(S6a.AUTHENTICATION_INFO.code(), Vendors.THREE_GPP, true, false)
                .addGroupedAvp(S6a.E_UTRAN_VECTOR.code(), Vendors.THREE_GPP, true, false);
        vector.addAvp(S6a.RAND.code(), RAND, Vendors.THREE_GPP, true, false);
        vector.addAvp(S6a.XRES.code(), XRES, Vendors.THREE_GPP, true, false);
        vector.addAvp(S6a.AUTN.code(), RAND, Vendors.THREE_GPP, true, false);
        vector.addAvp(S6a.KASME.code(), KASME, Vendors.THREE_GPP, true, false);
        return parser.encodeMessage(message).limit();
    }

    private static void measure(String what, Operation operation) throws Exception {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        long garbage = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long allocated = threads.getCurrentThreadAllocatedBytes();
            long cpu = threads.getCurrentThreadCpuTime();
            long sum = 0;
            for (int i = 0; i < PER_ROUND; i++) {
                sum += operation.run();
            }
            sink = sum;
            best = Math.min(best, threads.getCurrentThreadCpuTime() - cpu);
            garbage = threads.getCurrentThreadAllocatedBytes() - allocated;
        }
        System.out.printf("%-40s %7d ns %7d B%n", what, best / PER_ROUND, garbage / PER_ROUND);
        if (sink == 0) {
            throw new IllegalStateException("nothing was done");
        }
    }

    private static byte[] octets(String name, String direction) {
        return Corpus.entries().stream()
                .filter(entry -> entry.name().equals(name) && entry.direction().startsWith(direction))
                .findFirst()
                .orElseThrow()
                .octets();
    }
}
