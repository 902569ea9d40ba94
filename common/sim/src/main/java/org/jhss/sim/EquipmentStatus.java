// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.sim;

import java.util.Optional;

/** Equipment-Status (TS 29.272 7.3.51), by value. */
public enum EquipmentStatus {
    WHITELISTED,
    BLACKLISTED,
    GREYLISTED;

    static Optional<EquipmentStatus> of(long value) {
        return value >= 0 && value < values().length ? Optional.of(values()[(int) value]) : Optional.empty();
    }
}
