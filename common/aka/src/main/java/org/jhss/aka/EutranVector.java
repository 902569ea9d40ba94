// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.aka;

/**
 * An E-UTRAN vector (TS 33.401 6.1.2, TS 29.272 7.3.18). Not for logs: its text tells nothing.
 *
 * @param rand 16 octets
 * @param xres 4 to 16 octets
 * @param autn 16 octets
 * @param kasme 32 octets
 */
@SuppressWarnings("ArrayRecordComponent") // fresh arrays that go straight to the encoder; nobody compares vectors
public record EutranVector(byte[] rand, byte[] xres, byte[] autn, byte[] kasme) {

    @Override
    public String toString() {
        return "EutranVector[secret]";
    }
}
