// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.work;

/** The kinds of serving node that register over S6a and S6d; a subscriber may have one of each (TS 29.272 5.2.1.1). */
public enum NodeType {
    MME(1),
    SGSN(2);

    private final int columnValue;

    NodeType(int columnValue) {
        this.columnValue = columnValue;
    }

    /** The value of {@code jhss_serving_node.node_type}. */
    public int columnValue() {
        return columnValue;
    }
}
