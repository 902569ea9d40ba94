// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.aka;

import java.util.Arrays;

/**
 * TUAK (TS 35.231 6 and 7). The specification numbers bits so that each field lies in the Keccak state in reverse order of octets;
 * seen as 64-bit lanes the fields are plain big-endian words, the last word first, and that is how they are handled here.
 */
final class Tuak implements AkaFunctions {

    private static final int LANES = 25;
    private static final int TOPC_LANE = 0;
    private static final int NAME_LANE = 4;
    private static final int RAND_LANE = 5;
    private static final int SQN_AMF_LANE = 7;
    private static final int KEY_LANE = 8;
    private static final int PADDING_START_LANE = 12;
    private static final int PADDING_END_LANE = 16;

    private static final int RES_LANE = 0;
    private static final int CK_LANE = 4;
    private static final int IK_LANE = 8;
    private static final int AK_LANE = 12;

    /** "TUAK1.0", with room for INSTANCE in the low octet. */
    private static final long ALGORITHM_NAME = 0x5455414B312E3000L;

    private static final long PADDING_START = 0x1F;
    private static final long PADDING_END = 1L << 63;

    private static final int INSTANCE_F1 = 0x00;
    private static final int INSTANCE_F1_STAR = 0x80;
    private static final int INSTANCE_F2345 = 0x40;
    private static final int INSTANCE_F5_STAR = 0xC0;
    private static final int INSTANCE_LONG_CK = 0x04;
    private static final int INSTANCE_LONG_IK = 0x02;
    private static final int INSTANCE_LONG_KEY = 0x01;
    private static final int LONG_OUTPUT = 32;

    private final long[] state = new long[LANES];
    private final Keccak keccak = new Keccak();
    private final long[] keys = new long[LANES];
    private TuakKey key =
            new TuakKey(new byte[AkaKey.K128_LENGTH], new byte[TuakKey.TOPC_LENGTH], TuakLengths.STANDARD, 1);
    private long randHigh;
    private long randLow;

    AkaFunctions start(TuakKey subscriber, byte[] rand) {
        key = subscriber;
        randHigh = Octets.longAt(rand, 0);
        randLow = Octets.longAt(rand, Long.BYTES);
        var lengths = key.lengths;
        run(
                INSTANCE_F2345
                        | (lengths.res() == 4 ? 0 : lengths.res())
                        | (lengths.ck() == LONG_OUTPUT ? INSTANCE_LONG_CK : 0)
                        | (lengths.ik() == LONG_OUTPUT ? INSTANCE_LONG_IK : 0),
                0);
        System.arraycopy(state, 0, keys, 0, LANES);
        return this;
    }

    @Override
    public byte[] f1(long sqn, Amf amf) {
        run(INSTANCE_F1 | key.lengths.mac(), sqn << 16 | amf.value());
        return octets(state, RES_LANE, key.lengths.mac());
    }

    @Override
    public byte[] f1Star(long sqn, Amf amf) {
        run(INSTANCE_F1_STAR | key.lengths.mac(), sqn << 16 | amf.value());
        return octets(state, RES_LANE, key.lengths.mac());
    }

    @Override
    public byte[] f2() {
        return octets(keys, RES_LANE, key.lengths.res());
    }

    @Override
    public byte[] f3() {
        return octets(keys, CK_LANE, key.lengths.ck());
    }

    @Override
    public byte[] f4() {
        return octets(keys, IK_LANE, key.lengths.ik());
    }

    @Override
    public long f5() {
        return keys[AK_LANE] & Sqn.MAX;
    }

    @Override
    public long f5Star() {
        run(INSTANCE_F5_STAR, 0);
        return state[AK_LANE] & Sqn.MAX;
    }

    static byte[] deriveTopc(long[] k, boolean longKey, long[] top, int iterations) {
        var state = new long[LANES];
        fill(state, top, longKey ? INSTANCE_LONG_KEY : 0, k);
        new Keccak().permute(state, iterations);
        return octets(state, TOPC_LANE, TuakKey.TOPC_LENGTH);
    }

    /** The lanes of a field: its big-endian words, the last first. */
    static long[] lanes(byte[] field) {
        var lanes = new long[field.length / Long.BYTES];
        for (int i = 0; i < lanes.length; i++) {
            lanes[i] = Octets.longAt(field, field.length - (i + 1) * Long.BYTES);
        }
        return lanes;
    }

    private void run(int instance, long sqnAmf) {
        fill(state, key.topc, instance | (key.longKey ? INSTANCE_LONG_KEY : 0), key.k);
        state[RAND_LANE] = randLow;
        state[RAND_LANE + 1] = randHigh;
        state[SQN_AMF_LANE] = sqnAmf;
        keccak.permute(state, key.iterations);
    }

    private static void fill(long[] state, long[] topc, int instance, long[] k) {
        Arrays.fill(state, 0);
        System.arraycopy(topc, 0, state, TOPC_LANE, topc.length);
        state[NAME_LANE] = ALGORITHM_NAME | instance;
        System.arraycopy(k, 0, state, KEY_LANE, k.length);
        state[PADDING_START_LANE] = PADDING_START;
        state[PADDING_END_LANE] = PADDING_END;
    }

    private static byte[] octets(long[] lanes, int lane, int length) {
        var field = new byte[length];
        if (length < Long.BYTES) {
            Octets.putInt(field, 0, (int) lanes[lane]);
            return field;
        }
        for (int i = 0; i < length / Long.BYTES; i++) {
            Octets.putLong(field, length - (i + 1) * Long.BYTES, lanes[lane + i]);
        }
        return field;
    }
}
