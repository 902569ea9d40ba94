// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.route;

import java.util.List;
import java.util.Optional;
import org.jhss.provisioning.schema.ResourceType;

/** The shape of a JSON value or of a parameter, as far as the documents tell it and the server checks parameters against it. */
public sealed interface Schema {

    /** Which columns of a resource a model has. */
    enum Form {
        /** PyHSS's columns: what the compatible paths take and give. */
        COMPATIBLE,
        /** PyHSS's columns and jHSS's own, for {@code /v1}. */
        FULL
    }

    /**
     * A row of a provisioned object, with its columns as keys.
     *
     * @param partial whether any field may be left out, as in a change
     */
    record Row(ResourceType resource, Form form, boolean partial) implements Schema {}

    /**
     * A whole number.
     *
     * @param min smallest allowed value
     * @param max largest allowed value
     */
    record Whole(long min, long max) implements Schema {}

    /**
     * A text.
     *
     * @param maxLength in characters
     * @param pattern regular expression that it matches as a whole; empty for any text
     */
    record Text(int maxLength, String pattern) implements Schema {}

    /** True or false. */
    record Flag() implements Schema {}

    /** A moment, {@code YYYY-MM-DDTHH:MM:SSZ}. */
    record Moment() implements Schema {}

    /** One of a few texts. */
    record Choice(List<String> values) implements Schema {}

    /** Any JSON value. */
    record Any() implements Schema {}

    /** A value or {@code null}. */
    record Nullable(Schema value) implements Schema {}

    /** An array. */
    record ArrayOf(Schema items) implements Schema {}

    /**
     * An object whose keys are data.
     *
     * @param key what the keys are, such as {@code IMSI}
     */
    record MapOf(String key, Schema values) implements Schema {}

    /**
     * A row with further keys.
     *
     * @param name of the model
     */
    record Extended(String name, Row row, List<Property> more) implements Schema {}

    /**
     * An object with fixed keys.
     *
     * @param name of the model; empty for one that is only used in place
     */
    record Fields(String name, List<Property> properties) implements Schema {}

    /** One of several shapes. */
    record OneOf(List<Schema> choices) implements Schema {}

    /**
     * A key of an object.
     *
     * @param example as text; empty for none
     */
    record Property(String name, Schema schema, boolean required, String description, Optional<String> example) {

        /** A key that must be there. */
        public static Property required(String name, Schema schema, String description) {
            return new Property(name, schema, true, description, Optional.empty());
        }

        /** A key that may be left out. */
        public static Property optional(String name, Schema schema, String description) {
            return new Property(name, schema, false, description, Optional.empty());
        }

        /** The same key with an example. */
        public Property example(String text) {
            return new Property(name, schema, required, description, Optional.of(text));
        }
    }

    /** A row as the compatible paths give and take it. */
    static Row row(ResourceType resource) {
        return new Row(resource, Form.COMPATIBLE, false);
    }

    /** Any text up to {@code maxLength} characters. */
    static Text text(int maxLength) {
        return new Text(maxLength, "");
    }

    /** A row's id. */
    static Whole id() {
        return new Whole(1, Integer.MAX_VALUE);
    }

    /** Whether a JSON body of this shape is an object. */
    default boolean isObject() {
        return this instanceof Row || this instanceof Fields || this instanceof Extended || this instanceof MapOf;
    }
}
