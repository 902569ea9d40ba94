// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.dictionary;

/** What a specification says of the M bit of an AVP (the column "AVP flag rules"). */
public enum FlagRule {
    MUST,
    MAY,
    MUST_NOT;

    /** Whether this implementation sets the bit when it writes the AVP. */
    public boolean isSetWhenWritten() {
        return this == MUST;
    }

    static FlagRule of(String column) {
        return switch (column) {
            case "M" -> MUST;
            case "m" -> MAY;
            case "-" -> MUST_NOT;
            default -> throw new DictionaryException("the M column is M, m or -, not " + column);
        };
    }
}
