// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.lifecycle;

import org.jspecify.annotations.Nullable;

/** A service cannot start, for a reason that the operator can mend: told in one line, without a stack trace. */
public class StartFailure extends Exception {

    private final int exitCode;

    /**
     * @param message what is wrong and what to do, one sentence without a secret
     * @param exitCode one of {@link ExitCode}
     */
    public StartFailure(String message, int exitCode, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** Something the service needs is not there. */
    public static StartFailure unavailable(String message, @Nullable Throwable cause) {
        return new StartFailure(message, ExitCode.UNAVAILABLE, cause);
    }

    /** The configuration is wrong in a way that only trying could show, such as an unreadable certificate. */
    public static StartFailure configuration(String keyPath, String message, @Nullable Throwable cause) {
        return new StartFailure(keyPath + ": " + message, ExitCode.CONFIG, cause);
    }

    /** How the process ends. */
    public int exitCode() {
        return exitCode;
    }
}
