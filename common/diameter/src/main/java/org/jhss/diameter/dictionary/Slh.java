// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.dictionary;

/** AVPs of TS 29.173 (SLh) that S6a reuses. */
public final class Slh {
    public static final AvpDefinition GMLC_ADDRESS = avp("GMLC-Address");

    private Slh() {}

    private static AvpDefinition avp(String name) {
        return Dictionary.standard().avp(name);
    }
}
