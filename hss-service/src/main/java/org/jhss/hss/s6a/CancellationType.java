// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a;

import java.util.Optional;

/** Cancellation-Type (TS 29.272 7.3.24). */
public enum CancellationType {
    MME_UPDATE_PROCEDURE(0),
    SGSN_UPDATE_PROCEDURE(1),
    SUBSCRIPTION_WITHDRAWAL(2),
    UPDATE_PROCEDURE_IWF(3),
    INITIAL_ATTACH_PROCEDURE(4);

    private final int value;

    CancellationType(int value) {
        this.value = value;
    }

    /** The number on the wire. */
    public int value() {
        return value;
    }

    /** The type of that number, when it is one of these. */
    public static Optional<CancellationType> of(int value) {
        for (var type : values()) {
            if (type.value == value) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
