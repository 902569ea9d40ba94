// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.dictionary;

import java.util.HashMap;
import java.util.Map;

/**
 * What a table tells about the values of an AVP beyond its type.
 *
 * @param names of the values of an Enumerated
 * @param closed whether these are all values
 * @param bits names of the bits of a bit mask, bit 0 being the least significant
 * @param hint how to show an OctetString
 * @param secret whether the value is not to be shown
 */
record ValueNotes(
        Map<Integer, String> names, boolean closed, Map<Integer, String> bits, ValueHint hint, boolean secret) {

    private static final String ENUMERATION_MARK = "=";
    private static final String OPEN_ENUMERATION = "= *";
    private static final String BIT_MARK = "bit ";
    private static final String SECRET = "secret";

    ValueNotes {
        names = Map.copyOf(names);
        bits = Map.copyOf(bits);
    }

    /** Whether an indented line of a table is about values; if not, it is a grammar rule. */
    static boolean isNote(String line) {
        return line.startsWith(ENUMERATION_MARK) || line.startsWith(BIT_MARK);
    }

    static ValueNotes parse(Iterable<String> hints, Iterable<String> body) {
        var names = new HashMap<Integer, String>();
        var bits = new HashMap<Integer, String>();
        boolean closed = true;
        for (var line : body) {
            if (line.equals(OPEN_ENUMERATION)) {
                closed = false;
            } else if (line.startsWith(ENUMERATION_MARK)) {
                put(names, line.substring(ENUMERATION_MARK.length()));
            } else if (line.startsWith(BIT_MARK)) {
                put(bits, line.substring(BIT_MARK.length()));
            }
        }
        var hint = ValueHint.NONE;
        boolean secret = false;
        for (var label : hints) {
            if (label.equals(SECRET)) {
                secret = true;
            } else {
                hint = ValueHint.ofLabel(label);
            }
        }
        return new ValueNotes(names, closed, bits, hint, secret);
    }

    private static void put(Map<Integer, String> target, String entry) {
        var parts = entry.strip().split("\\s+", 2);
        if (parts.length != 2 || target.put(Integer.parseInt(parts[0]), parts[1]) != null) {
            throw new DictionaryException("a number that is new and a name are expected in " + entry);
        }
    }
}
