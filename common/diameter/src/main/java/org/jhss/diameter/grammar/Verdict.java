// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.grammar;

/** What validating a message gives. */
public sealed interface Verdict permits Verdict.Valid, Violation {

    /** The message keeps to its command's grammar, and every value of a known AVP is one of its type. */
    enum Valid implements Verdict {
        VALID
    }
}
