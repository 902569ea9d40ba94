// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.error;

/** The ways to say a failure. */
public final class FailureStyles {

    /** Telling statuses in PyHSS's shapes. */
    public static final FailureStyle COMPATIBLE = new CompatibleStyle();

    /** PyHSS's own answers. */
    public static final FailureStyle STRICT = new StrictStyle();

    /** RFC 9457. */
    public static final FailureStyle PROBLEM = new ProblemStyle();

    private FailureStyles() {}
}
