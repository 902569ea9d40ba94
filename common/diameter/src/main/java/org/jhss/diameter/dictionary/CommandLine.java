// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.dictionary;

import java.util.Arrays;
import java.util.List;

/** The head of a command: {@code AIR <Authentication-Information-Request> ::= < Diameter Header: 318, REQ, PXY, 16777251 >}. */
record CommandLine(String abbreviation, String name, int code, boolean request, boolean proxiable, int applicationId) {

    private static final String HEADER = "< Diameter Header:";

    static CommandLine parse(String line) {
        int open = line.indexOf('<');
        int close = line.indexOf('>');
        int header = line.indexOf(HEADER);
        if (open < 1 || close < open || header < close || !line.endsWith(">")) {
            throw new DictionaryException("neither an AVP nor a command: " + line);
        }
        List<String> fields = Arrays.stream(line.substring(header + HEADER.length(), line.length() - 1)
                        .split(",", -1))
                .map(String::strip)
                .toList();
        return new CommandLine(
                line.substring(0, open).strip(),
                line.substring(open + 1, close),
                Integer.parseInt(fields.getFirst()),
                fields.contains("REQ"),
                fields.contains("PXY"),
                // Commands of the base protocol name no application.
                fields.size() > 1 && Character.isDigit(fields.getLast().charAt(0))
                        ? Integer.parseUnsignedInt(fields.getLast())
                        : 0);
    }
}
