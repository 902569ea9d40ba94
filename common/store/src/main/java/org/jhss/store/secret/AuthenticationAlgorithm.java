// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.secret;

import java.util.Optional;

/** The authentication and key generation function of a USIM. */
public enum AuthenticationAlgorithm {
    /** TS 35.205 to 35.208. */
    MILENAGE("milenage"),
    /** TS 35.231. */
    TUAK("tuak"),
    /** The test algorithm of TS 34.108 8.1.2. */
    XOR("xor");

    private final String columnValue;

    AuthenticationAlgorithm(String columnValue) {
        this.columnValue = columnValue;
    }

    /** The value of {@code jhss_auc.algorithm}. */
    public String columnValue() {
        return columnValue;
    }

    /** The algorithm that a row of {@code jhss_auc} names, or empty for none known. */
    public static Optional<AuthenticationAlgorithm> of(String columnValue) {
        for (var algorithm : values()) {
            if (algorithm.columnValue.equals(columnValue)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }
}
