// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.dictionary;

/** AVPs of TS 29.229 (Cx and Dx) that S6a reuses. */
public final class Cx {
    public static final AvpDefinition VISITED_NETWORK_IDENTIFIER = avp("Visited-Network-Identifier");
    public static final AvpDefinition CONFIDENTIALITY_KEY = avp("Confidentiality-Key");
    public static final AvpDefinition INTEGRITY_KEY = avp("Integrity-Key");
    public static final AvpDefinition SUPPORTED_FEATURES = avp("Supported-Features");
    public static final AvpDefinition FEATURE_LIST_ID = avp("Feature-List-ID");
    public static final AvpDefinition FEATURE_LIST = avp("Feature-List");

    private Cx() {}

    private static AvpDefinition avp(String name) {
        return Dictionary.standard().avp(name);
    }
}
