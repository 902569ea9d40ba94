// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.system;

/** The text of bench/RESULTS.md: an introduction, then sections, the newest first. */
public final class ResultsFile {

    private static final String SECTION = "\n## ";

    private ResultsFile() {}

    /** {@code file} with {@code section} before its first one. */
    public static String withNewest(String file, String section) {
        int first = file.indexOf(SECTION);
        return first < 0
                ? file.stripTrailing() + "\n\n" + section
                : file.substring(0, first + 1) + section + file.substring(first);
    }
}
