// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.dictionary;

/** AVPs of TS 29.329 (Sh) that S6a reuses. */
public final class Sh {
    public static final AvpDefinition MSISDN = avp("MSISDN");

    private Sh() {}

    private static AvpDefinition avp(String name) {
        return Dictionary.standard().avp(name);
    }
}
