// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.dictionary;

import java.util.List;

/**
 * One rule of a grammar as text, before its name is resolved: {@code < A >}, {@code { A }}, {@code [ A ]},
 * {@code *[ A ]}, {@code 1*{ A }}, {@code *6[ A ]}, {@code 2*2{ A }} (RFC 6733 3.2).
 */
record GrammarLine(String name, AvpRule.Presence presence, int min, int max) {

    /** The catch-all "any AVP". */
    private static final String ANY = "AVP";

    boolean isCatchAll() {
        return name.equals(ANY);
    }

    static GrammarLine parse(String line) {
        var text = line.strip();
        int bracket = bracketAt(text);
        var presence = AvpRule.Presence.of(text.charAt(bracket));
        if (text.charAt(text.length() - 1) != presence.close()) {
            throw new DictionaryException("brackets do not match in " + text);
        }
        var name = text.substring(bracket + 1, text.length() - 1).strip();
        if (name.isEmpty() || name.indexOf(' ') >= 0) {
            throw new DictionaryException("one AVP name is expected in " + text);
        }
        var quantity = text.substring(0, bracket).strip();
        int star = quantity.indexOf('*');
        if (star < 0) {
            if (!quantity.isEmpty()) {
                throw new DictionaryException("a quantity has a star, unlike " + text);
            }
            return new GrammarLine(name, presence, presence.defaultMin(), 1);
        }
        int min = star == 0 ? presence.defaultMin() : number(quantity.substring(0, star));
        int max = star == quantity.length() - 1 ? AvpRule.UNBOUNDED : number(quantity.substring(star + 1));
        return new GrammarLine(name, presence, min, max);
    }

    private static int bracketAt(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '<' || c == '{' || c == '[') {
                return i;
            }
        }
        throw new DictionaryException("no bracket in " + text);
    }

    private static int number(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw new DictionaryException("not a number: " + digits, e);
        }
    }

    static List<GrammarLine> parseAll(List<String> lines) {
        return lines.stream().map(GrammarLine::parse).toList();
    }
}
