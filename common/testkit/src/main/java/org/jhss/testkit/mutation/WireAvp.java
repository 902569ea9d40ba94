// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.testkit.mutation;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jhss.diameter.dictionary.AvpDefinition;
import org.jhss.diameter.dictionary.AvpType;
import org.jhss.diameter.dictionary.FlagRule;
import org.jhss.diameter.message.DiameterBuffer;
import org.jhss.diameter.message.Header;

/** An AVP as it will stand on the wire, every part of which may be made wrong by itself. */
final class WireAvp {

    private static final int TRUE_LENGTH = -1;
    private static final int HEADER = 8;
    private static final int VENDOR = 4;
    private static final int LENGTH_AT = 5;
    private static final int FLAGS_SHIFT = 24;
    private static final byte[] ZEROS = new byte[3];

    int code;
    int flags;
    int vendorId;
    boolean vendorField;
    boolean padded = true;
    byte[] value = {};
    final List<WireAvp> members = new ArrayList<>();
    private int toldLength = TRUE_LENGTH;

    WireAvp(int code, int flags, int vendorId) {
        this.code = code;
        this.flags = flags;
        this.vendorId = vendorId;
        this.vendorField = vendorId != 0;
    }

    /** An AVP with the flags that the dictionary asks for, and no value yet. */
    static WireAvp of(AvpDefinition definition) {
        int flags = (definition.vendorId() == 0 ? 0 : Header.AVP_VENDOR)
                | (definition.mandatory() == FlagRule.MUST ? Header.AVP_MANDATORY : 0);
        return new WireAvp(definition.code(), flags, definition.vendorId());
    }

    static WireAvp of(AvpDefinition definition, byte[] value) {
        var avp = of(definition);
        if (definition.type() == AvpType.GROUPED) {
            throw new IllegalArgumentException(definition + " has members, not a value");
        }
        avp.value = value;
        return avp;
    }

    WireAvp copy() {
        var copy = new WireAvp(code, flags, vendorId);
        copy.vendorField = vendorField;
        copy.padded = padded;
        copy.value = value;
        copy.toldLength = toldLength;
        members.forEach(member -> copy.members.add(member.copy()));
        return copy;
    }

    /** The length that the header would tell truthfully. */
    int trueLength() {
        int length = HEADER + (vendorField ? VENDOR : 0) + value.length;
        for (var member : members) {
            length += member.octetsOnWire();
        }
        return length;
    }

    /** Lets the header tell this length, whatever the AVP's own. */
    void tellLength(int length) {
        toldLength = length;
    }

    void writeTo(DiameterBuffer out) {
        int start = out.length();
        putInt(out, code);
        putInt(out, flags << FLAGS_SHIFT);
        if (vendorField) {
            putInt(out, vendorId);
        }
        out.append(value, 0, value.length);
        members.forEach(member -> member.writeTo(out));
        int length = out.length() - start;
        putUint24(out.array(), start + LENGTH_AT, toldLength == TRUE_LENGTH ? length : toldLength);
        out.append(ZEROS, 0, padding(length));
    }

    private int octetsOnWire() {
        int length = trueLength();
        return length + padding(length);
    }

    private int padding(int length) {
        return padded ? -length & 3 : 0;
    }

    static void putInt(DiameterBuffer out, int value) {
        out.append(ByteBuffer.allocate(Integer.BYTES).putInt(value).array(), 0, Integer.BYTES);
    }

    static void putUint24(byte[] octets, int at, int value) {
        octets[at] = (byte) (value >> 16);
        octets[at + 1] = (byte) (value >> 8);
        octets[at + 2] = (byte) value;
    }
}
