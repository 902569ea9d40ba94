// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jhss.provisioning.schema.Column;
import org.jhss.provisioning.schema.Reference;
import org.jhss.provisioning.schema.ResourceRow;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.store.database.IdList;
import org.jhss.store.table.Filter;
import org.jhss.store.table.Selection;
import org.jhss.store.table.TableTransaction;

/** What rows have to do with each other, the same on every database. */
final class Integrity {

    private static final int REFERRERS_SHOWN = 20;

    private Integrity() {}

    /** Puts keys in the place of names, where exactly one APN has the name, and reports lists that mention what is not there. */
    static void resolve(TableTransaction transaction, Draft draft) {
        draft.names().forEach((column, name) -> resolve(transaction, draft, column, name));
        for (var column : draft.row().type().columns()) {
            if (column.reference()
                            .filter(reference -> reference.strength() == Reference.Strength.LIST)
                            .isPresent()
                    && draft.isChanged(column)
                    && draft.row().get(column) instanceof String list) {
                warnOfAbsent(transaction, draft, column, list);
            }
        }
    }

    /** Which columns name rows that are not there. Asked after the database has refused the row. */
    static List<FieldProblem> brokenReferences(TableTransaction transaction, ResourceRow row) {
        var broken = new ArrayList<FieldProblem>();
        for (var column : row.type().columns()) {
            column.reference()
                    .filter(reference -> reference.strength() != Reference.Strength.LIST)
                    .ifPresent(reference -> {
                        if (row.get(column) instanceof Integer key
                                && transaction
                                        .get(reference.target().stored(), key)
                                        .isEmpty()) {
                            broken.add(new FieldProblem(column.name(), "reference", absent(reference.target(), key)));
                        }
                    });
        }
        return broken;
    }

    /** The columns whose values another row has. Asked after the database has refused the row. */
    static Optional<Outcome.Duplicate> duplicate(TableTransaction transaction, ResourceRow row, boolean isNew) {
        var type = row.type();
        if (isNew && row.key() > 0 && transaction.get(type.stored(), row.key()).isPresent()) {
            return Optional.of(new Outcome.Duplicate(type, List.of(type.key().name()), Optional.of(row.key())));
        }
        for (var column : type.uniqueColumns()) {
            var owner = owner(transaction, row, List.of(column), isNew);
            if (owner.isPresent()) {
                return Optional.of(new Outcome.Duplicate(type, List.of(column.name()), owner));
            }
        }
        var together = type.uniqueTogether();
        return (together.isEmpty() ? Optional.<Integer>empty() : owner(transaction, row, together, isNew))
                .map(key -> new Outcome.Duplicate(
                        type, together.stream().map(Column::name).toList(), Optional.of(key)));
    }

    /** Who refers to a row that is to be deleted, directly or to what would be deleted with it. */
    static List<Outcome.Referrers> referrers(TableTransaction transaction, ResourceType type, int key) {
        var found = new ArrayList<Outcome.Referrers>();
        for (var referrer : type.referrers()) {
            if (referrer.strength() == Reference.Strength.CASCADE) {
                if (!referrer.type().referrers().isEmpty()) {
                    children(transaction, referrer, key)
                            .forEach(child -> found.addAll(referrers(transaction, referrer.type(), child.key())));
                }
            } else {
                referring(transaction, referrer, key).ifPresent(found::add);
            }
        }
        return found;
    }

    /** The rows that go with the one that is to be deleted. */
    static List<ResourceRow> children(TableTransaction transaction, ResourceType type, int key) {
        var found = new ArrayList<ResourceRow>();
        for (var referrer : type.referrers()) {
            if (referrer.strength() == Reference.Strength.CASCADE) {
                for (var child : children(transaction, referrer, key)) {
                    found.add(child);
                    found.addAll(children(transaction, child.type(), child.key()));
                }
            }
        }
        return found;
    }

    private static List<ResourceRow> children(TableTransaction transaction, ResourceType.Referrer referrer, int key) {
        return transaction.find(referrer.type().stored(), referrer.column().position(), key).stream()
                .map(values -> new ResourceRow(referrer.type(), values))
                .toList();
    }

    private static Optional<Outcome.Referrers> referring(
            TableTransaction transaction, ResourceType.Referrer referrer, int key) {
        int column = referrer.column().position();
        var filter = referrer.strength() == Reference.Strength.LIST
                ? new Filter(column, Filter.Comparison.LISTS, List.of(Integer.toString(key)))
                : Filter.equal(column, key);
        var selection = Selection.where(filter);
        var some = transaction.select(referrer.type().stored(), selection.page(0, REFERRERS_SHOWN));
        if (some.isEmpty()) {
            return Optional.empty();
        }
        long count = some.size() < REFERRERS_SHOWN
                ? some.size()
                : transaction.count(referrer.type().stored(), selection);
        return Optional.of(new Outcome.Referrers(
                referrer.type(),
                referrer.column().name(),
                some.stream()
                        .map(values -> new ResourceRow(referrer.type(), values).key())
                        .toList(),
                count));
    }

    private static void resolve(TableTransaction transaction, Draft draft, Column column, String name) {
        var target = column.reference().orElseThrow().target();
        if (target != ResourceType.APN) {
            draft.problem(column.name(), "type", "must be a whole number");
            return;
        }
        var rows = transaction.find(target.stored(), target.position("apn"), name);
        if (rows.size() == 1 && rows.getFirst()[0] instanceof Integer key) {
            draft.resolve(column, key);
        } else {
            draft.problem(
                    column.name(),
                    "reference",
                    rows.isEmpty() ? "names no APN that exists" : "names more than one APN; give the id");
        }
    }

    private static void warnOfAbsent(TableTransaction transaction, Draft draft, Column column, String list) {
        var target = column.reference().orElseThrow().target();
        for (int key : IdList.parse(list)) {
            if (transaction.get(target.stored(), key).isEmpty()) {
                draft.warning(column.name(), "reference", absent(target, key));
            }
        }
    }

    private static String absent(ResourceType target, int key) {
        return "names " + target.table() + " " + key + ", which does not exist";
    }

    private static Optional<Integer> owner(
            TableTransaction transaction, ResourceRow row, List<Column> columns, boolean isNew) {
        var filters = new ArrayList<Filter>();
        for (var column : columns) {
            var value = row.get(column);
            if (value == null) {
                return Optional.empty();
            }
            filters.add(Filter.equal(column.position(), value));
        }
        return transaction.select(row.type().stored(), new Selection(filters, List.of(), 0, 2)).stream()
                .map(values -> new ResourceRow(row.type(), values).key())
                .filter(key -> isNew || key != row.key())
                .findFirst();
    }
}
