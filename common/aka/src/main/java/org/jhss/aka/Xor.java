// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.aka;

import java.util.Arrays;

/**
 * The test algorithm of TS 34.108 8.1.2: XDOUT = K xor RAND; RES is its beginning, CK and IK are its rotations by one and two
 * octets, AK its octets 3 to 8, and the MAC its first half xor SQN‖AMF. f1* and f5* are f1 and f5 (8.1.2.2).
 */
final class Xor implements AkaFunctions {

    static final int BLOCK = 16;
    static final int MAC_LENGTH = 8;

    private long high;
    private long low;
    private int resLength;

    AkaFunctions start(XorKey key, byte[] rand) {
        high = key.high ^ Octets.longAt(rand, 0);
        low = key.low ^ Octets.longAt(rand, Long.BYTES);
        resLength = key.resLength();
        return this;
    }

    @Override
    public byte[] f1(long sqn, Amf amf) {
        var mac = new byte[MAC_LENGTH];
        Octets.putLong(mac, 0, high ^ (sqn << 16 | amf.value()));
        return mac;
    }

    @Override
    public byte[] f1Star(long sqn, Amf amf) {
        return f1(sqn, amf);
    }

    @Override
    public byte[] f2() {
        return Arrays.copyOf(rotatedBy(0), resLength);
    }

    @Override
    public byte[] f3() {
        return rotatedBy(1);
    }

    @Override
    public byte[] f4() {
        return rotatedBy(2);
    }

    @Override
    public long f5() {
        return (high << 24 | low >>> 40) >>> 16;
    }

    @Override
    public long f5Star() {
        return f5();
    }

    private byte[] rotatedBy(int octets) {
        int bits = Byte.SIZE * octets;
        var block = new byte[BLOCK];
        Octets.putLong(block, 0, bits == 0 ? high : high << bits | low >>> (Long.SIZE - bits));
        Octets.putLong(block, Long.BYTES, bits == 0 ? low : low << bits | high >>> (Long.SIZE - bits));
        return block;
    }
}
