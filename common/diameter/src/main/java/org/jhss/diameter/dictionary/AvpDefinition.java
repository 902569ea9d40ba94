// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.dictionary;

import java.util.Arrays;
import java.util.Map;

/** One AVP as a specification defines it. Instances are unique per dictionary, so identity is equality. */
public final class AvpDefinition {

    private final int code;
    private final int vendorId;
    private final String name;
    private final AvpType type;
    private final FlagRule mandatory;
    private final ValueNotes notes;
    private final int[] closedValues;
    private final Grammar members;

    AvpDefinition(
            int code, int vendorId, String name, AvpType type, FlagRule mandatory, ValueNotes notes, Grammar members) {
        this.code = code;
        this.vendorId = vendorId;
        this.name = name;
        this.type = type;
        this.mandatory = mandatory;
        this.notes = notes;
        this.closedValues = notes.closed()
                ? notes.names().keySet().stream()
                        .mapToInt(Integer::intValue)
                        .sorted()
                        .toArray()
                : new int[0];
        this.members = members;
    }

    /** The AVP code, unsigned. */
    public int code() {
        return code;
    }

    /** The vendor that assigned the code; 0 for IETF AVPs, which have no V bit. */
    public int vendorId() {
        return vendorId;
    }

    /** The name in the specification, such as {@code ULA-Flags}. */
    public String name() {
        return name;
    }

    public AvpType type() {
        return type;
    }

    /** The rule for the M bit. */
    public FlagRule mandatory() {
        return mandatory;
    }

    /** Names of the values of an Enumerated AVP; empty where the table lists none. */
    public Map<Integer, String> enumeration() {
        return notes.names();
    }

    /** Names of the bits of a bit mask, by their position from the least significant; empty for other AVPs. */
    public Map<Integer, String> bits() {
        return notes.bits();
    }

    /** Whether an Enumerated may have this value: one of the table's, unless that leaves the set open. Makes no garbage. */
    public boolean allowsValue(int value) {
        return closedValues.length == 0 || Arrays.binarySearch(closedValues, value) >= 0;
    }

    /** The grammar of a Grouped AVP; {@link Grammar#isAnything()} for all other types. */
    public Grammar members() {
        return members;
    }

    /** How to show the octets of an OctetString. */
    public ValueHint hint() {
        return notes.hint();
    }

    /** Whether the value is a key or the expected response of a challenge, not to be shown or logged. */
    public boolean isSecret() {
        return notes.secret();
    }

    /** Octets of the AVP header: 8, or 12 with a Vendor-Id (RFC 6733 4.1). */
    public int headerLength() {
        return vendorId == 0 ? 8 : 12;
    }

    /** The pair (vendor, code) in one number, vendor in the upper half. */
    public long key() {
        return key(vendorId, code);
    }

    /** The number under which {@link #key()} files the AVP {@code code} of {@code vendorId}. */
    public static long key(int vendorId, int code) {
        return (long) vendorId << 32 | (code & 0xFFFF_FFFFL);
    }

    @Override
    public String toString() {
        return name;
    }
}
