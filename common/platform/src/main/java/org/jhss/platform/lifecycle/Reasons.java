// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.lifecycle;

/** Says in one line why something failed. */
final class Reasons {

    private Reasons() {}

    /** The message, or the kind of failure when there is none. */
    static String of(Throwable failure) {
        var message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : firstLine(message);
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
