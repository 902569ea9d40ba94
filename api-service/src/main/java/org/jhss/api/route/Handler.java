// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.route;

/** What an operation does. Runs on a virtual thread and may block. */
@FunctionalInterface
public interface Handler {

    /** The answer; expected failures are {@link Answer.Failed}. What is thrown counts as a defect or an unreachable database. */
    Answer handle(Request request);
}
