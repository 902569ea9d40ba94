// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config.problem;

/**
 * Where a configured value stands.
 *
 * @param source a file's path, or {@code environment variable NAME}
 * @param line 1-based line in the file, 0 when there is none
 * @param column 1-based column in the line, 0 when there is none
 */
public record Where(String source, int line, int column) {

    /** The built-in defaults. */
    public static final Where DEFAULT = new Where("built-in default", 0, 0);

    /** A whole file. */
    public static Where file(String path) {
        return new Where(path, 0, 0);
    }

    /** An environment variable. */
    public static Where environment(String name) {
        return new Where("environment variable " + name, 0, 0);
    }

    @Override
    public String toString() {
        return line == 0 ? source : source + ":" + line + ":" + column;
    }
}
