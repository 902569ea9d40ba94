// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.sim.stack;

import java.util.function.Consumer;
import org.jdiameter.api.AvpSet;

/** Appends AVPs to a message or to a grouped AVP of it. */
public final class AvpWriter {

    private final AvpSet set;

    AvpWriter(AvpSet set) {
        this.set = set;
    }

    /** Appends an OctetString. */
    public AvpWriter add(AvpName name, byte[] octets) {
        set.addAvp(name.code(), octets, name.vendor(), name.mandatory(), false);
        return this;
    }

    /** Appends a UTF8String or DiameterIdentity. */
    public AvpWriter add(AvpName name, String text) {
        set.addAvp(name.code(), text, name.vendor(), name.mandatory(), false, false);
        return this;
    }

    /** Appends an Unsigned32 or Enumerated. */
    public AvpWriter add(AvpName name, long number) {
        set.addAvp(name.code(), number, name.vendor(), name.mandatory(), false, true);
        return this;
    }

    /** Appends a Grouped AVP with what {@code content} puts in. */
    public AvpWriter group(AvpName name, Consumer<AvpWriter> content) {
        content.accept(new AvpWriter(set.addGroupedAvp(name.code(), name.vendor(), name.mandatory(), false)));
        return this;
    }

    /**
     * Appends an AVP that {@link AvpName} has no name for, such as one the HSS is to reject.
     *
     * @param vendor 0 for none
     */
    public AvpWriter addRaw(int code, long vendor, boolean mandatory, byte[] octets) {
        set.addAvp(code, octets, vendor, mandatory, false);
        return this;
    }

    /** Takes away every AVP of that name at this level. */
    public AvpWriter remove(AvpName name) {
        set.removeAvp(name.code(), name.vendor());
        return this;
    }
}
