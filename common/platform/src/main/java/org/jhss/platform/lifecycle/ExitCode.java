// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.lifecycle;

/** How a service's process ends (the meanings of BSD's sysexits). */
public final class ExitCode {

    /** Stopped as asked. */
    public static final int OK = 0;

    /** Called with options it does not know. */
    public static final int USAGE = 64;

    /** Something it needs is not there: a port is taken, the database does not answer. */
    public static final int UNAVAILABLE = 69;

    /** A defect in the program. */
    public static final int INTERNAL = 70;

    /** The configuration is wrong; all problems were printed. */
    public static final int CONFIG = 78;

    private ExitCode() {}
}
