// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.schema;

import java.util.ArrayList;
import java.util.List;
import org.jhss.provisioning.rule.Names;
import org.jhss.provisioning.rule.Numbers;
import org.jhss.provisioning.rule.Rule;
import org.jspecify.annotations.Nullable;

/** A column on its way into a table of columns; reads like one line of that table. */
final class ColumnBuilder {

    private static final int LAST_MODIFIED_LENGTH = 100;
    private static final int HOST_LENGTH = 512;

    final String name;
    final ColumnType type;
    final int maxLength;
    final List<Rule> rules = new ArrayList<>();
    boolean nullable = true;
    boolean secret;
    boolean readOnly;
    boolean key;
    boolean extension;
    boolean unique;
    boolean servingState;
    String description = "";

    @Nullable
    String unit;

    @Nullable
    Object example;

    @Nullable
    Object defaultValue;

    @Nullable
    Object emptyMeaning;

    @Nullable
    Reference reference;

    private ColumnBuilder(String name, ColumnType type, int maxLength) {
        this.name = name;
        this.type = type;
        this.maxLength = maxLength;
    }

    static ColumnBuilder key(String name) {
        var column =
                integer(name).rule(Numbers.KEY).example(1).says("Key; given by the database unless set on create.");
        column.key = true;
        column.nullable = false;
        return column;
    }

    static ColumnBuilder integer(String name) {
        return new ColumnBuilder(name, ColumnType.INTEGER, 0);
    }

    static ColumnBuilder bigint(String name) {
        return new ColumnBuilder(name, ColumnType.LONG, 0);
    }

    static ColumnBuilder bool(String name) {
        return new ColumnBuilder(name, ColumnType.BOOLEAN, 0);
    }

    static ColumnBuilder string(String name, int maxLength) {
        return new ColumnBuilder(name, ColumnType.STRING, maxLength);
    }

    static ColumnBuilder text(String name) {
        return new ColumnBuilder(name, ColumnType.TEXT, 0);
    }

    /** When the network last said so. */
    static ColumnBuilder moment(String name, String description) {
        var column = new ColumnBuilder(name, ColumnType.TIMESTAMP, 0)
                .says(description)
                .example("2026-11-22T06:30:00Z");
        column.servingState = true;
        return column;
    }

    /** A name that the network reports of itself. */
    static ColumnBuilder state(String name, String description) {
        return state(name, HOST_LENGTH, description);
    }

    static ColumnBuilder state(String name, int maxLength, String description) {
        var column = string(name, maxLength).rule(Names.PRINTABLE).says(description);
        column.servingState = true;
        return column;
    }

    static ColumnBuilder lastModified() {
        return string("last_modified", LAST_MODIFIED_LENGTH)
                .readOnly()
                .example("2026-11-22T06:30:00Z")
                .says("When provisioning last changed it; set by the server.");
    }

    ColumnBuilder rule(Rule rule) {
        rules.add(rule);
        return this;
    }

    /** Whole numbers from 0 to what the column holds. */
    ColumnBuilder notNegative() {
        return rule(Numbers.NOT_NEGATIVE);
    }

    ColumnBuilder notNull() {
        nullable = false;
        return this;
    }

    ColumnBuilder or(Object value) {
        defaultValue = value;
        return this;
    }

    /** The value for the empty text, which forms send for a field that was left out. */
    ColumnBuilder forEmpty(Object value) {
        emptyMeaning = value;
        return this;
    }

    ColumnBuilder says(String text) {
        description = text;
        return this;
    }

    ColumnBuilder in(String what) {
        unit = what;
        return this;
    }

    ColumnBuilder example(Object value) {
        example = value;
        return this;
    }

    ColumnBuilder secret() {
        secret = true;
        return this;
    }

    ColumnBuilder readOnly() {
        readOnly = true;
        return this;
    }

    ColumnBuilder extension() {
        extension = true;
        return this;
    }

    ColumnBuilder unique() {
        unique = true;
        return this;
    }

    ColumnBuilder servingState() {
        servingState = true;
        return this;
    }

    ColumnBuilder refersTo(String table, Reference.Strength strength) {
        reference = new Reference(table, strength);
        return this;
    }
}
