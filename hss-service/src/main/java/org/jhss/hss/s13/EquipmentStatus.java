// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s13;

/** Equipment-Status (TS 29.272 7.3.51), and the range of what the register may hold. */
final class EquipmentStatus {

    static final int PERMITTED = 0;
    static final int PROHIBITED = 1;
    static final int TRACKED = 2;

    private EquipmentStatus() {}

    static boolean isValid(int status) {
        return status >= PERMITTED && status <= TRACKED;
    }
}
