// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jhss.identity.Imsi;
import org.jhss.store.database.Database;
import org.jhss.store.database.StoreException;
import org.jhss.store.database.Transactions;

/** What became of changes, for people and programs to read. Methods throw {@link StoreException}s. Thread-safe. */
public final class ChangeLog {

    private final Transactions transactions;

    public ChangeLog(Database database) {
        this.transactions = new Transactions(database);
    }

    /** The change of that number. */
    public Optional<Change> get(long id) {
        return transactions.read("reading a change", connection -> {
            var select = connection.prepare(ChangeRows.SELECT + "change_id = ?");
            select.setLong(1, id);
            return ChangeRows.read(select).stream().findFirst();
        });
    }

    /**
     * Changes, the latest first.
     *
     * @param most how many at most, from 1 on
     */
    public List<Change> find(ChangeFilter filter, int most) {
        var conditions = new ArrayList<String>();
        var values = new ArrayList<Object>();
        conditions.add("1 = 1");
        filter.operationId().ifPresent(id -> add(conditions, values, "operation_id = ?", id));
        filter.imsi().map(Imsi::value).ifPresent(imsi -> add(conditions, values, "imsi = ?", imsi));
        filter.parent().ifPresent(parent -> add(conditions, values, "parent = ?", parent));
        filter.state().ifPresent(state -> add(conditions, values, "state = ?", state.label()));
        filter.kind().ifPresent(kind -> add(conditions, values, "kind = ?", kind.name()));
        filter.before().ifPresent(id -> add(conditions, values, "change_id < ?", id));
        values.add(most);
        var sql = ChangeRows.SELECT + String.join(" AND ", conditions) + " ORDER BY change_id DESC LIMIT ?";
        return transactions.read("reading changes", connection -> {
            var select = connection.prepare(sql);
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            return ChangeRows.read(select);
        });
    }

    /** What nodes answered to these changes, in the order of the changes and of time. */
    public List<NodeResult> results(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return transactions.read("reading results", connection -> {
            var sql = ResultRows.SELECT + ChangeRows.marks(ids) + ResultRows.ORDER;
            try (var select = connection.plain().prepareStatement(sql)) {
                int index = 1;
                for (long id : ids) {
                    select.setLong(index++, id);
                }
                return ResultRows.read(select);
            }
        });
    }

    private static void add(List<String> conditions, List<Object> values, String condition, Object value) {
        conditions.add(condition);
        values.add(value);
    }
}
