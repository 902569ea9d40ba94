// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.aka;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** K and OPc of a Milenage subscriber (TS 35.206) with the algorithm's constants and the length of RES. */
public final class MilenageKey implements AkaKey {

    /** Length in octets of OP and OPc. */
    public static final int OPC_LENGTH = 16;

    private static final int MIN_RES = 4;
    private static final int MAX_RES = 8;

    final SecretKey k;
    final long opcHigh;
    final long opcLow;
    final MilenageConstants constants;
    private final int resLength;

    private MilenageKey(SecretKey k, long opcHigh, long opcLow, MilenageConstants constants, int resLength) {
        this.k = k;
        this.opcHigh = opcHigh;
        this.opcLow = opcLow;
        this.constants = constants;
        this.resLength = resLength;
    }

    /**
     * A key with the standard constants and RES of 8 octets.
     *
     * @param k 16 octets
     * @param opc 16 octets
     * @throws IllegalArgumentException when a length differs
     */
    public static MilenageKey ofOpc(byte[] k, byte[] opc) {
        Octets.requireLength("K", k, K128_LENGTH);
        Octets.requireLength("OPc", opc, OPC_LENGTH);
        return new MilenageKey(
                new SecretKeySpec(k, "AES"),
                Octets.longAt(opc, 0),
                Octets.longAt(opc, Long.BYTES),
                MilenageConstants.STANDARD,
                MAX_RES);
    }

    /**
     * A key with the standard constants and RES of 8 octets, from the operator's OP.
     *
     * @param k 16 octets
     * @param op 16 octets
     * @throws IllegalArgumentException when a length differs
     */
    public static MilenageKey ofOp(byte[] k, byte[] op) {
        return ofOpc(k, deriveOpc(k, op));
    }

    /**
     * OPc = E[OP]K xor OP (TS 35.206 4.1).
     *
     * @param k 16 octets
     * @param op 16 octets
     * @throws IllegalArgumentException when a length differs
     */
    public static byte[] deriveOpc(byte[] k, byte[] op) {
        Octets.requireLength("K", k, K128_LENGTH);
        Octets.requireLength("OP", op, OPC_LENGTH);
        try {
            var aes = Cipher.getInstance(Milenage.TRANSFORMATION);
            aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(k, "AES"));
            var opc = aes.doFinal(op);
            for (int i = 0; i < OPC_LENGTH; i++) {
                opc[i] ^= op[i];
            }
            return opc;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES is missing", e);
        }
    }

    /** This key with an operator's own constants. */
    public MilenageKey withConstants(MilenageConstants replacement) {
        return new MilenageKey(k, opcHigh, opcLow, replacement, resLength);
    }

    /**
     * This key with RES cut to its first {@code octets} octets; TS 33.102 6.3.7 lets it be 4 to 16, of which f2 of Milenage yields 8.
     *
     * @throws IllegalArgumentException when {@code octets} is not 4 to 8
     */
    public MilenageKey withResLength(int octets) {
        if (octets < MIN_RES || octets > MAX_RES) {
            throw new IllegalArgumentException("RES of Milenage has 4 to 8 octets");
        }
        return new MilenageKey(k, opcHigh, opcLow, constants, octets);
    }

    @Override
    public int resLength() {
        return resLength;
    }

    @Override
    public int macLength() {
        return Milenage.MAC_LENGTH;
    }

    @Override
    public int ckLength() {
        return Milenage.BLOCK;
    }

    @Override
    public int ikLength() {
        return Milenage.BLOCK;
    }

    @Override
    public String toString() {
        return "MilenageKey[secret]";
    }
}
