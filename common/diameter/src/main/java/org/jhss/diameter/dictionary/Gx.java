// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.dictionary;

/** AVPs of TS 29.212 (Gx) that S6a reuses. */
public final class Gx {
    public static final AvpDefinition QOS_CLASS_IDENTIFIER = avp("QoS-Class-Identifier");
    public static final AvpDefinition RAT_TYPE = avp("RAT-Type");
    public static final AvpDefinition ALLOCATION_RETENTION_PRIORITY = avp("Allocation-Retention-Priority");
    public static final AvpDefinition PRIORITY_LEVEL = avp("Priority-Level");
    public static final AvpDefinition PRE_EMPTION_CAPABILITY = avp("Pre-emption-Capability");
    public static final AvpDefinition PRE_EMPTION_VULNERABILITY = avp("Pre-emption-Vulnerability");

    private Gx() {}

    private static AvpDefinition avp(String name) {
        return Dictionary.standard().avp(name);
    }
}
