// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jhss.provisioning.schema.Coercion;
import org.jhss.provisioning.schema.Column;
import org.jhss.provisioning.schema.ColumnType;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.store.table.Filter;
import org.jhss.store.table.Selection;
import tools.jackson.databind.node.StringNode;

/**
 * A selection of rows from what a client writes. Only columns of the object can be named, and no secret ones; what is wrong is
 * collected. One thread at a time.
 */
public final class Query {

    private static final String ORDER = "sort";

    private final ResourceType type;
    private final List<Filter> filters = new ArrayList<>();
    private final List<Selection.Order> order = new ArrayList<>();
    private final List<FieldProblem> problems = new ArrayList<>();
    private int offset;
    private int limit;

    private Query(ResourceType type) {
        this.type = type;
    }

    /** All rows of {@code type}, by key. */
    public static Query of(ResourceType type) {
        return new Query(type);
    }

    /**
     * Only rows that meet a condition.
     *
     * @param operator eq, ne, lt, le, gt, ge, prefix, contains, has (a member of a comma list), in (values parted by commas), null
     *     (true or false); any case
     */
    public Query where(String column, String operator, String text) {
        var found = column(column);
        var comparison = comparison(operator, text);
        if (comparison.isEmpty()) {
            problem(column, "operator", "cannot be compared by " + Operators.NAMES + " only");
        } else if (found.isPresent()) {
            add(found.get(), comparison.get(), text);
        }
        return this;
    }

    /** By these columns, parted by commas, each with a minus sign before it for descending; then by key. */
    public Query orderBy(String columns) {
        for (var name : columns.split(",", -1)) {
            var bare = name.strip();
            boolean descending = bare.startsWith("-");
            column(descending ? bare.substring(1) : bare)
                    .ifPresent(column -> order.add(new Selection.Order(column.position(), descending)));
        }
        return this;
    }

    /** From the row {@code newOffset} on, at most {@code newLimit} rows, 0 for all. */
    public Query page(int newOffset, int newLimit) {
        if (newOffset < 0 || newLimit < 0) {
            problem("", "range", "a page begins and ends at numbers from 0 on");
        } else {
            offset = newOffset;
            limit = newLimit;
        }
        return this;
    }

    /** Only rows whose key is greater: the next page costs the same however far it is. Goes with the order by key only. */
    public Query after(int key) {
        if (!order.isEmpty()) {
            problem(ORDER, "order", "cannot be given together with a key to go on after");
        }
        filters.add(new Filter(0, Filter.Comparison.GREATER, List.of(key)));
        return this;
    }

    /** What is wrong; the selection is that without it. */
    public List<FieldProblem> problems() {
        return List.copyOf(problems);
    }

    public Selection selection() {
        return new Selection(filters, order, offset, limit);
    }

    private Optional<Column> column(String name) {
        var column = type.column(name).filter(found -> !found.isSecret());
        if (column.isEmpty()) {
            problem(name, "unknown", "is no field of " + type.table() + " to search by");
        }
        return column;
    }

    private void add(Column column, Filter.Comparison comparison, String text) {
        if (comparison == Filter.Comparison.IS_NULL || comparison == Filter.Comparison.NOT_NULL) {
            filters.add(new Filter(column.position(), comparison, List.of()));
            return;
        }
        boolean onText = comparison == Filter.Comparison.PREFIX
                || comparison == Filter.Comparison.CONTAINS
                || comparison == Filter.Comparison.LISTS;
        if (onText && !column.isText()) {
            problem(column.name(), "operator", "is no text");
            return;
        }
        var values = new ArrayList<Object>();
        for (var part : comparison == Filter.Comparison.IN ? text.split(",", -1) : new String[] {text}) {
            switch (coerced(column, part)) {
                case Coercion.Value(Object value) -> values.add(value);
                case Coercion.Refused(var rule, var message) -> problem(column.name(), rule, message);
                default -> problem(column.name(), "type", "needs a value");
            }
        }
        if (!values.isEmpty() && values.size() <= Filter.MOST_VALUES) {
            filters.add(new Filter(column.position(), comparison, values));
        } else if (!values.isEmpty()) {
            problem(column.name(), "range", "can be compared with at most " + Filter.MOST_VALUES + " values");
        }
    }

    private static Coercion.Result coerced(Column column, String text) {
        return column.type() == ColumnType.STRING || column.type() == ColumnType.TEXT
                ? new Coercion.Value(text)
                : Coercion.coerce(column, StringNode.valueOf(text));
    }

    private static Optional<Filter.Comparison> comparison(String operator, String text) {
        return Operators.parse(operator.toLowerCase(Locale.ROOT), text);
    }

    private void problem(String field, String rule, String message) {
        problems.add(new FieldProblem(field, rule, message));
    }

    /** How clients spell comparisons. */
    private static final class Operators {

        static final String NAMES = "eq, ne, lt, le, gt, ge, prefix, contains, has, in, null";

        static Optional<Filter.Comparison> parse(String name, String text) {
            return switch (name) {
                case "eq" -> Optional.of(Filter.Comparison.EQUAL);
                case "ne" -> Optional.of(Filter.Comparison.NOT_EQUAL);
                case "lt" -> Optional.of(Filter.Comparison.LESS);
                case "le" -> Optional.of(Filter.Comparison.LESS_OR_EQUAL);
                case "gt" -> Optional.of(Filter.Comparison.GREATER);
                case "ge" -> Optional.of(Filter.Comparison.GREATER_OR_EQUAL);
                case "prefix" -> Optional.of(Filter.Comparison.PREFIX);
                case "contains" -> Optional.of(Filter.Comparison.CONTAINS);
                case "has" -> Optional.of(Filter.Comparison.LISTS);
                case "in" -> Optional.of(Filter.Comparison.IN);
                case "null" ->
                    Optional.of(
                            text.equalsIgnoreCase("false") ? Filter.Comparison.NOT_NULL : Filter.Comparison.IS_NULL);
                default -> Optional.empty();
            };
        }
    }
}
