// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.dictionary;

/** The AVP data formats of RFC 6733 4.2, 4.3 and 4.4, with the lengths in octets that a value of each may have. */
public enum AvpType {
    OCTET_STRING("OctetString", 0, Integer.MAX_VALUE),
    INTEGER32("Integer32", 4, 4),
    INTEGER64("Integer64", 8, 8),
    UNSIGNED32("Unsigned32", 4, 4),
    UNSIGNED64("Unsigned64", 8, 8),
    FLOAT32("Float32", 4, 4),
    FLOAT64("Float64", 8, 8),
    GROUPED("Grouped", 0, Integer.MAX_VALUE),
    /** Two octets of address family, then the address; the family decides the exact length (RFC 6733 4.3.1). */
    ADDRESS("Address", 2, Integer.MAX_VALUE),
    /** Seconds since 1900, or since 2036 when the top bit is clear (RFC 6733 4.3.1, RFC 5905). */
    TIME("Time", 4, 4),
    UTF8_STRING("UTF8String", 0, Integer.MAX_VALUE),
    DIAMETER_IDENTITY("DiameterIdentity", 1, Integer.MAX_VALUE),
    DIAMETER_URI("DiameterURI", 1, Integer.MAX_VALUE),
    ENUMERATED("Enumerated", 4, 4),
    IP_FILTER_RULE("IPFilterRule", 1, Integer.MAX_VALUE),
    QOS_FILTER_RULE("QoSFilterRule", 1, Integer.MAX_VALUE);

    private final String label;
    private final int minLength;
    private final int maxLength;

    AvpType(String label, int minLength, int maxLength) {
        this.label = label;
        this.minLength = minLength;
        this.maxLength = maxLength;
    }

    /** The name that the specifications use. */
    public String label() {
        return label;
    }

    /** The fewest octets that a value has. */
    public int minLength() {
        return minLength;
    }

    /** The most octets that a value has. */
    public int maxLength() {
        return maxLength;
    }

    /** Whether a value of {@code length} octets can be of this type. */
    public boolean allowsLength(int length) {
        return length >= minLength && length <= maxLength;
    }

    static AvpType ofLabel(String label) {
        for (var type : values()) {
            if (type.label.equals(label)) {
                return type;
            }
        }
        throw new DictionaryException("unknown AVP type " + label);
    }
}
