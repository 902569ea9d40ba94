// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.work;

/** The columns of a SELECT, numbered as they are added. */
final class SelectList {

    private final StringBuilder sql = new StringBuilder();
    private int count;

    /** Adds columns of one table alias, given as names parted by blanks; returns the number of the first. */
    int add(String alias, String columns) {
        int first = count + 1;
        for (var column : columns.split(" ", -1)) {
            expression(alias + "." + column);
        }
        return first;
    }

    /** Adds an expression; returns its number. */
    int expression(String expression) {
        if (count++ > 0) {
            sql.append(", ");
        }
        sql.append(expression);
        return count;
    }

    /** How many columns there are. */
    int size() {
        return count;
    }

    @Override
    public String toString() {
        return sql.toString();
    }
}
