// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.schema;

import org.jhss.store.table.Kind;

/** What a column holds; its values are {@link Integer}, {@link Long}, {@link String}, {@link Boolean}, {@link java.time.Instant}. */
public enum ColumnType {
    /** 32 bits, signed. */
    INTEGER(Kind.INTEGER),
    /** 64 bits, signed. */
    LONG(Kind.LONG),
    /** Text of limited length. */
    STRING(Kind.TEXT),
    BOOLEAN(Kind.BOOLEAN),
    /** A moment; in JSON {@code YYYY-MM-DDTHH:MM:SSZ}. */
    TIMESTAMP(Kind.MOMENT),
    /** Long text. */
    TEXT(Kind.TEXT);

    private final Kind kind;

    ColumnType(Kind kind) {
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}
