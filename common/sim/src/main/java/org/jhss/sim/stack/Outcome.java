// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.sim.stack;

/**
 * The result of an answer.
 *
 * @param code Result-Code or Experimental-Result-Code; 0 when the answer has neither
 * @param experimental whether it came as an Experimental-Result of vendor 3GPP
 */
public record Outcome(long code, boolean experimental) {

    /** DIAMETER_SUCCESS (RFC 6733 7.1.2). */
    public static final Outcome SUCCESS = new Outcome(2001, false);

    /** A Result-Code of RFC 6733. */
    public static Outcome base(long code) {
        return new Outcome(code, false);
    }

    /** An Experimental-Result-Code of 3GPP. */
    public static Outcome experimental(long code) {
        return new Outcome(code, true);
    }

    /** Whether the code is of the class "success" (2xxx). */
    public boolean isSuccess() {
        return code / 1000 == 2;
    }

    /** The code, and "experimental" when it is one. */
    @Override
    public String toString() {
        return experimental ? code + " (experimental)" : Long.toString(code);
    }
}
