// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.dictionary;

/**
 * One line of a command's or a Grouped AVP's grammar (RFC 6733 3.2, 4.4).
 *
 * @param avp the AVP
 * @param presence fixed position, required or optional
 * @param min fewest occurrences
 * @param max most occurrences; {@link #UNBOUNDED} for no limit
 */
public record AvpRule(AvpDefinition avp, Presence presence, int min, int max) {

    /** The maximum of a rule such as {@code *[ Route-Record ]}. */
    public static final int UNBOUNDED = Integer.MAX_VALUE;

    /** The kinds of brackets. */
    public enum Presence {
        /** {@code < AVP >}: required, at this place. */
        FIXED('<', '>'),
        /** {@code { AVP }}: required, anywhere. */
        REQUIRED('{', '}'),
        /** {@code [ AVP ]}: optional, anywhere. */
        OPTIONAL('[', ']');

        private final char open;
        private final char close;

        Presence(char open, char close) {
            this.open = open;
            this.close = close;
        }

        int defaultMin() {
            return this == OPTIONAL ? 0 : 1;
        }

        char close() {
            return close;
        }

        static Presence of(char bracket) {
            for (var presence : values()) {
                if (presence.open == bracket) {
                    return presence;
                }
            }
            throw new DictionaryException("no bracket of a grammar: " + bracket);
        }
    }

    /** The rule in the notation of the specifications. */
    @Override
    public String toString() {
        var brackets = presence.open + " " + avp.name() + " " + presence.close;
        if (max == UNBOUNDED) {
            return (min == 0 ? "*" : min + "*") + brackets;
        }
        if (max == 1 && min == presence.defaultMin()) {
            return brackets;
        }
        return (min == 0 ? "" : Integer.toString(min)) + "*" + max + brackets;
    }
}
