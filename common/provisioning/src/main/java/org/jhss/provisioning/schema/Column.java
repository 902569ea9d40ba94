// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.schema;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jhss.provisioning.rule.Hint;
import org.jhss.provisioning.rule.Numbers;
import org.jhss.provisioning.rule.Rule;

/**
 * A column of an object: its key in JSON, its name in SQL and all that a client should know of it. Immutable.
 */
public final class Column {

    private final ColumnBuilder from;
    private final List<Rule> rules;
    private final int position;

    Column(ColumnBuilder from, int position) {
        this.from = from;
        this.rules = List.copyOf(from.rules);
        this.position = position;
    }

    public String name() {
        return from.name;
    }

    public ColumnType type() {
        return from.type;
    }

    /** Where it is in a row. */
    public int position() {
        return position;
    }

    /** Most characters of a text. */
    public OptionalInt maxLength() {
        return from.maxLength > 0 ? OptionalInt.of(from.maxLength) : OptionalInt.empty();
    }

    /** Whether {@code null} may be stored. */
    public boolean isNullable() {
        return from.nullable;
    }

    /** Whether a create must name it. */
    public boolean isRequired() {
        return !from.nullable && !from.key && from.defaultValue == null;
    }

    /** What a create without it stores; PyHSS's own. */
    public Optional<Object> defaultValue() {
        return Optional.ofNullable(from.defaultValue);
    }

    /** What the empty text stands for, where it is not a value of its own. */
    public Optional<Object> emptyMeaning() {
        return Optional.ofNullable(from.emptyMeaning);
    }

    public List<Rule> rules() {
        return rules;
    }

    public String description() {
        return from.description;
    }

    /** What a number counts, such as {@code bit/s}. */
    public Optional<String> unit() {
        return Optional.ofNullable(from.unit);
    }

    public Optional<Object> example() {
        return Optional.ofNullable(from.example);
    }

    /** Whether it is shown to those only who may see keys, and never logged. */
    public boolean isSecret() {
        return from.secret;
    }

    /** Whether the server sets it and ignores what a client sends. */
    public boolean isReadOnly() {
        return from.readOnly;
    }

    /** Whether it is the primary key. */
    public boolean isKey() {
        return from.key;
    }

    /** Whether it is jHSS's own and no part of the compatible answers. */
    public boolean isExtension() {
        return from.extension;
    }

    /** Whether no two rows may have the same value in it. */
    public boolean isUnique() {
        return from.unique;
    }

    /** Whether the network sets it and provisioning rarely does. */
    public boolean isServingState() {
        return from.servingState;
    }

    public Optional<Reference> reference() {
        return Optional.ofNullable(from.reference);
    }

    /** Whether the value is text. */
    public boolean isText() {
        return from.type == ColumnType.STRING || from.type == ColumnType.TEXT;
    }

    /** Smallest number. */
    public OptionalLong minimum() {
        var least = rules.stream()
                .map(rule -> rule.hint().minimum())
                .flatMapToLong(OptionalLong::stream)
                .max();
        return from.type == ColumnType.INTEGER
                        && least.isEmpty()
                        && valuesHint().isEmpty()
                ? OptionalLong.of(Integer.MIN_VALUE)
                : least;
    }

    /** Largest number. */
    public OptionalLong maximum() {
        var most = rules.stream()
                .map(rule -> rule.hint().maximum())
                .flatMapToLong(OptionalLong::stream)
                .min();
        return from.type == ColumnType.INTEGER && most.isEmpty() && valuesHint().isEmpty()
                ? OptionalLong.of(Numbers.LARGEST_INTEGER)
                : most;
    }

    /** The hint that names the only values, if one does. */
    public Optional<Hint> valuesHint() {
        return rules.stream()
                .map(Rule::hint)
                .filter(hint -> !hint.values().isEmpty())
                .findFirst();
    }

    /** A regular expression for the whole text. */
    public Optional<String> pattern() {
        return rules.stream().flatMap(rule -> rule.hint().pattern().stream()).findFirst();
    }

    @Override
    public String toString() {
        return from.name;
    }
}
