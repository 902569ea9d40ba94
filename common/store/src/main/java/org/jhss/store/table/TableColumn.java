// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.table;

/**
 * A column.
 *
 * @param name its name in SQL
 * @param extension whether it is in the table that extends PyHSS's
 */
public record TableColumn(String name, Kind kind, boolean extension) {}
