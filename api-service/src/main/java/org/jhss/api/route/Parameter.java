// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.route;

import java.util.Optional;

/**
 * A parameter of an operation. Checked before the handler is called, so a handler finds only values that keep their rule.
 *
 * @param in where it is
 * @param schema a scalar one
 * @param defaultText what is taken when the client sends none
 * @param example as text; empty for none
 */
public record Parameter(
        In in,
        String name,
        Schema schema,
        boolean required,
        Optional<String> defaultText,
        String description,
        String example) {

    /** Where a parameter is. */
    public enum In {
        PATH,
        QUERY,
        HEADER
    }

    /** A part of the path. */
    public static Parameter path(String name, Schema schema, String description, String example) {
        return new Parameter(In.PATH, name, schema, true, Optional.empty(), description, example);
    }

    /** A query parameter that may be left out. */
    public static Parameter query(String name, Schema schema, String description, String example) {
        return new Parameter(In.QUERY, name, schema, false, Optional.empty(), description, example);
    }

    /** A query parameter with a default. */
    public static Parameter query(String name, Schema schema, String description, long defaultValue) {
        var text = Long.toString(defaultValue);
        return new Parameter(In.QUERY, name, schema, false, Optional.of(text), description, text);
    }

    /** A header that may be left out. */
    public static Parameter header(String name, Schema schema, String description, String example) {
        return new Parameter(In.HEADER, name, schema, false, Optional.empty(), description, example);
    }
}
