// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.output;

/** What the process's exit code tells; 0 is success, 1 a failure, 2 wrong usage. */
public final class Exit {

    /** It could not be done: no database, no network, a defect. */
    public static final int FAILED = 1;

    /** Fields break rules, or there is no such row. */
    public static final int REJECTED = 3;

    /** Other rows stand in the way. */
    public static final int CONFLICT = 4;

    private Exit() {}
}
