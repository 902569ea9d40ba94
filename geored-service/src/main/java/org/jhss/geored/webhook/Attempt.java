// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.geored.webhook;

/** How an attempt to deliver ended. */
sealed interface Attempt {

    /** PyHSS's code for "no answer". */
    String NO_ANSWER = "000";

    /** The code for metrics: HTTP's, or {@link #NO_ANSWER}. */
    String code();

    /** What went wrong, for metrics; "" when nothing did. */
    String error();

    /** The endpoint took it (2xx). */
    record Delivered(String code) implements Attempt {
        @Override
        public String error() {
            return "";
        }
    }

    /** The endpoint will not take this, now or later. */
    record Refused(String code, String error) implements Attempt {}

    /** It may succeed another time. */
    record Failed(String code, String error) implements Attempt {}
}
