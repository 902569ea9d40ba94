// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.v1;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jhss.api.error.Problem;
import org.jhss.api.route.Query;
import org.jhss.provisioning.schema.Coercion;
import org.jhss.provisioning.schema.Column;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.store.table.Filter;
import org.jhss.store.table.Filter.Comparison;
import org.jhss.store.table.Selection;
import tools.jackson.databind.node.StringNode;

/** What a list's URL says: {@code column=value}, {@code column[operator]=value}, {@code sort=-column,column}. */
final class ListQuery {

    /** Parameters that are no columns. */
    static final Set<String> RESERVED = Set.of("limit", "offset", "cursor", "sort", "total");

    static final Map<String, Comparison> OPERATORS = Map.ofEntries(
            Map.entry("eq", Comparison.EQUAL),
            Map.entry("ne", Comparison.NOT_EQUAL),
            Map.entry("lt", Comparison.LESS),
            Map.entry("lte", Comparison.LESS_OR_EQUAL),
            Map.entry("gt", Comparison.GREATER),
            Map.entry("gte", Comparison.GREATER_OR_EQUAL),
            Map.entry("prefix", Comparison.PREFIX),
            Map.entry("contains", Comparison.CONTAINS),
            Map.entry("lists", Comparison.LISTS),
            Map.entry("in", Comparison.IN),
            Map.entry("null", Comparison.IS_NULL));

    private static final Set<Comparison> ON_TEXT = Set.of(Comparison.PREFIX, Comparison.CONTAINS, Comparison.LISTS);
    private static final int MOST_FILTERS = 16;
    private static final int MOST_VALUES = 500;

    private final ResourceType type;
    private final List<Filter> filters = new ArrayList<>();
    private final List<Selection.Order> order = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private ListQuery(ResourceType type) {
        this.type = type;
    }

    /** Reads what {@code query} says; what is wrong is in {@link #problems}. */
    static ListQuery of(ResourceType type, Query query) {
        var list = new ListQuery(type);
        query.values().forEach((name, values) -> {
            if (!RESERVED.contains(name)) {
                values.forEach(value -> list.filter(name, value));
            }
        });
        query.first("sort").ifPresent(list::sort);
        if (list.filters.size() > MOST_FILTERS) {
            list.problems.add(new Problem("", "filter", "at most " + MOST_FILTERS + " filters"));
        }
        return list;
    }

    List<Filter> filters() {
        return filters;
    }

    List<Selection.Order> order() {
        return order;
    }

    List<Problem> problems() {
        return problems;
    }

    private void filter(String name, String value) {
        int bracket = name.indexOf('[');
        boolean hasOperator = bracket > 0 && name.endsWith("]");
        var column = column(hasOperator ? name.substring(0, bracket) : name, name);
        if (column.isEmpty()) {
            return;
        }
        var operator = hasOperator ? name.substring(bracket + 1, name.length() - 1) : "eq";
        var comparison = OPERATORS.get(operator);
        if (comparison == null) {
            problem(
                    name,
                    "operator",
                    "must be one of "
                            + String.join(
                                    ", ", OPERATORS.keySet().stream().sorted().toList()));
        } else {
            compare(column.get(), comparison, name, value);
        }
    }

    private void compare(Column column, Comparison comparison, String name, String value) {
        switch (comparison) {
            case IS_NULL -> {
                boolean is = !value.equals("false");
                filters.add(new Filter(column.position(), is ? Comparison.IS_NULL : Comparison.NOT_NULL, List.of()));
            }
            case IN -> {
                var values = new ArrayList<Object>();
                for (var one : value.split(",", -1)) {
                    value(column, name, one).ifPresent(values::add);
                }
                if (values.size() > MOST_VALUES) {
                    problem(name, "in", "at most " + MOST_VALUES + " values");
                } else if (!values.isEmpty()) {
                    filters.add(new Filter(column.position(), comparison, values));
                }
            }
            default -> {
                if (ON_TEXT.contains(comparison) && !column.isText()) {
                    problem(name, "operator", "is for texts only");
                } else {
                    value(column, name, value)
                            .ifPresent(v -> filters.add(new Filter(column.position(), comparison, List.of(v))));
                }
            }
        }
    }

    private Optional<Object> value(Column column, String name, String text) {
        return switch (Coercion.coerce(column, StringNode.valueOf(text))) {
            case Coercion.Value(Object value) when value != null -> Optional.of(value);
            case Coercion.Refused refused -> problem(name, refused.rule(), refused.message());
            default -> problem(name, "type", "is no value of this column");
        };
    }

    private void sort(String text) {
        for (var part : text.split(",", -1)) {
            boolean descending = part.startsWith("-");
            column(descending ? part.substring(1) : part, "sort")
                    .ifPresent(column -> order.add(new Selection.Order(column.position(), descending)));
        }
    }

    /** Secret columns are none here: by asking for less and greater one could find them out. */
    private Optional<Column> column(String name, String parameter) {
        var column = type.column(name).filter(c -> !c.isSecret());
        if (column.isEmpty()) {
            problem(parameter, "unknown", "'" + name + "' is no column of " + type.table());
        }
        return column;
    }

    private Optional<Object> problem(String field, String rule, String message) {
        problems.add(new Problem(field, rule, message));
        return Optional.empty();
    }
}
