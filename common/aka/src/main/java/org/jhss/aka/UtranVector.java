// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.aka;

/**
 * A UMTS quintet (TS 33.102 6.3.2, TS 29.272 7.3.19), for UTRAN and IMS. Not for logs: its text tells nothing.
 *
 * @param rand 16 octets
 * @param xres 4 to 16 octets
 * @param autn 16 octets
 * @param ck 16 octets
 * @param ik 16 octets
 */
@SuppressWarnings("ArrayRecordComponent") // fresh arrays that go straight to the encoder; nobody compares vectors
public record UtranVector(byte[] rand, byte[] xres, byte[] autn, byte[] ck, byte[] ik) {

    @Override
    public String toString() {
        return "UtranVector[secret]";
    }
}
