// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.aka;

/**
 * A GSM triplet (TS 43.020, TS 29.272 7.3.20). Not for logs: its text tells nothing.
 *
 * @param rand 16 octets
 * @param sres 4 octets
 * @param kc 8 octets
 */
@SuppressWarnings("ArrayRecordComponent") // fresh arrays that go straight to the encoder; nobody compares vectors
public record GeranVector(byte[] rand, byte[] sres, byte[] kc) {

    @Override
    public String toString() {
        return "GeranVector[secret]";
    }
}
