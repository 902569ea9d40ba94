// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.dictionary;

/** AVPs of TS 29.217 (Np) that S6a reuses. */
public final class Np {
    public static final AvpDefinition ENODEB_ID = avp("eNodeB-ID");
    public static final AvpDefinition EXTENDED_ENODEB_ID = avp("Extended-eNodeB-ID");

    private Np() {}

    private static AvpDefinition avp(String name) {
        return Dictionary.standard().avp(name);
    }
}
