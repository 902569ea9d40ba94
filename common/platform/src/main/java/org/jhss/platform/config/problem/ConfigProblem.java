// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config.problem;

/**
 * One thing wrong with a configuration. The message never holds a secret's value.
 *
 * @param severity whether a service may start all the same
 * @param where file and line, or environment variable
 * @param keyPath the key, such as {@code hss.peers[0].port}; empty when the problem is the file itself
 * @param message what was found and what is expected, one sentence without a final full stop
 */
public record ConfigProblem(Severity severity, Where where, String keyPath, String message) {

    /** Whether a service may start all the same. */
    public enum Severity {
        /** Stops the start. */
        ERROR,
        /** Is told and goes on. */
        WARNING
    }

    /** Whether this problem stops the start. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** One line: severity, place, key, message. */
    @Override
    public String toString() {
        return (isError() ? "error: " : "warning: ") + where + ": " + (keyPath.isEmpty() ? "" : keyPath + ": ")
                + message;
    }
}
