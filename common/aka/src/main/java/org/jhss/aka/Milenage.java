// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.aka;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;

/**
 * Milenage (TS 35.206 4.1). Blocks are pairs of 64-bit words. TEMP and OUT2 to OUT4 are computed at the start, in two calls of the
 * cipher, since every vector needs them; OUT1 and OUT5 when asked for.
 */
final class Milenage implements AkaFunctions {

    static final String TRANSFORMATION = "AES/ECB/NoPadding";
    static final int BLOCK = 16;
    static final int MAC_LENGTH = 8;

    private static final int OUT2 = 0;
    private static final int OUT3 = BLOCK;
    private static final int OUT4 = 2 * BLOCK;
    private static final int EAGER = 3 * BLOCK;
    private static final int LOW_OFFSET = Long.BYTES;

    private final Cipher aes;
    private final byte[] input = new byte[EAGER];
    private final byte[] output = new byte[EAGER];
    private final byte[] block = new byte[BLOCK];
    private @Nullable MilenageKey scheduled;
    private MilenageConstants constants = MilenageConstants.STANDARD;
    private int resLength;
    private long opcHigh;
    private long opcLow;
    private long tempHigh;
    private long tempLow;

    Milenage() {
        try {
            aes = Cipher.getInstance(TRANSFORMATION);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES is missing", e);
        }
    }

    AkaFunctions start(MilenageKey key, byte[] rand) {
        if (key != scheduled) {
            schedule(key);
        }
        Octets.putLong(block, 0, Octets.longAt(rand, 0) ^ opcHigh);
        Octets.putLong(block, LOW_OFFSET, Octets.longAt(rand, LOW_OFFSET) ^ opcLow);
        encrypt(block, BLOCK, block);
        tempHigh = Octets.longAt(block, 0);
        tempLow = Octets.longAt(block, LOW_OFFSET);
        for (int function = 2; function <= 4; function++) {
            putInput(function, tempHigh ^ opcHigh, tempLow ^ opcLow, input, (function - 2) * BLOCK);
        }
        encrypt(input, EAGER, output);
        return this;
    }

    @Override
    public byte[] f1(long sqn, Amf amf) {
        computeOut1(sqn, amf);
        return plainWord(block, 0, opcHigh);
    }

    @Override
    public byte[] f1Star(long sqn, Amf amf) {
        computeOut1(sqn, amf);
        return plainWord(block, LOW_OFFSET, opcLow);
    }

    @Override
    public byte[] f2() {
        var res = plainWord(output, OUT2 + LOW_OFFSET, opcLow);
        return resLength == res.length ? res : Arrays.copyOf(res, resLength);
    }

    @Override
    public byte[] f3() {
        return plainBlock(OUT3);
    }

    @Override
    public byte[] f4() {
        return plainBlock(OUT4);
    }

    @Override
    public long f5() {
        return (Octets.longAt(output, OUT2) ^ opcHigh) >>> 16;
    }

    @Override
    public long f5Star() {
        putInput(5, tempHigh ^ opcHigh, tempLow ^ opcLow, block, 0);
        encrypt(block, BLOCK, block);
        return (Octets.longAt(block, 0) ^ opcHigh) >>> 16;
    }

    private void schedule(MilenageKey key) {
        scheduled = null;
        try {
            aes.init(Cipher.ENCRYPT_MODE, key.k);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES refuses a key of 128 bits", e);
        }
        constants = key.constants;
        resLength = key.resLength();
        opcHigh = key.opcHigh;
        opcLow = key.opcLow;
        scheduled = key;
    }

    /** OUT1 without its final exclusive or with OPc, into {@link #block}. */
    private void computeOut1(long sqn, Amf amf) {
        long in1 = sqn << 16 | amf.value();
        putInput(1, in1 ^ opcHigh, in1 ^ opcLow, block, 0);
        Octets.putLong(block, 0, Octets.longAt(block, 0) ^ tempHigh);
        Octets.putLong(block, LOW_OFFSET, Octets.longAt(block, LOW_OFFSET) ^ tempLow);
        encrypt(block, BLOCK, block);
    }

    /** Writes rot(high‖low, r) xor c of {@code function}. */
    private void putInput(int function, long high, long low, byte[] target, int offset) {
        int rotation = constants.rotation(function);
        long first = rotation < Long.SIZE ? high : low;
        long second = rotation < Long.SIZE ? low : high;
        int bits = rotation % Long.SIZE;
        long rotatedHigh = bits == 0 ? first : first << bits | second >>> (Long.SIZE - bits);
        long rotatedLow = bits == 0 ? second : second << bits | first >>> (Long.SIZE - bits);
        Octets.putLong(target, offset, rotatedHigh ^ constants.high(function));
        Octets.putLong(target, offset + LOW_OFFSET, rotatedLow ^ constants.low(function));
    }

    private byte[] plainWord(byte[] source, int offset, long opc) {
        var word = new byte[Long.BYTES];
        Octets.putLong(word, 0, Octets.longAt(source, offset) ^ opc);
        return word;
    }

    private byte[] plainBlock(int offset) {
        var plain = new byte[BLOCK];
        Octets.putLong(plain, 0, Octets.longAt(output, offset) ^ opcHigh);
        Octets.putLong(plain, LOW_OFFSET, Octets.longAt(output, offset + LOW_OFFSET) ^ opcLow);
        return plain;
    }

    private void encrypt(byte[] source, int length, byte[] target) {
        try {
            aes.update(source, 0, length, target, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES refuses whole blocks", e);
        }
    }
}
