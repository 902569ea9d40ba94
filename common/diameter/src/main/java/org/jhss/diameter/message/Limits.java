// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.message;

/**
 * Bounds on what is read from the wire, checked before anything else.
 *
 * @param maxMessageSize octets of a message, header included; 20 to 16777215 (24 bits on the wire)
 * @param maxAvpCount AVPs of a message, those in groups included, at least 1
 * @param maxDepth nesting of Grouped AVPs; 1 means no group at all
 */
public record Limits(int maxMessageSize, int maxAvpCount, int maxDepth) {

    /** What jHSS accepts when nothing is configured. */
    public static final Limits DEFAULT = new Limits(65_536, 1024, 16);

    /**
     * @throws IllegalArgumentException when a bound is out of its range
     */
    public Limits {
        if (maxMessageSize < Header.LENGTH || maxMessageSize > Header.MAX_MESSAGE_LENGTH) {
            throw new IllegalArgumentException("the message size limit is 20 to 16777215 octets");
        }
        if (maxAvpCount < 1 || maxDepth < 1) {
            throw new IllegalArgumentException("the limits of AVP count and depth are at least 1");
        }
    }
}
