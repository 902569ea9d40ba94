// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.object;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jhss.provisioning.history.HistoryWriter;
import org.jhss.provisioning.schema.ResourceRow;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.store.Store;
import org.jhss.store.change.NetworkChange;
import org.jhss.store.change.NetworkChanges;
import org.jhss.store.change.Origin;
import org.jhss.store.table.TableTransaction;

/** A row's change with everything that belongs to it: the log, webhooks, the network. */
final class RowWriter {

    private final KeyPlacement keys;
    private final HistoryWriter history;
    private final Webhooks webhooks;
    private final Optional<NetworkChanges> network;

    /**
     * Within one transaction of one operation.
     *
     * @param told how many changes the network is to hear of
     */
    record Operation(TableTransaction transaction, HistoryWriter.Context context, AtomicInteger told) {}

    RowWriter(Store store, KeyPlacement keys, HistoryWriter history, Settings settings) {
        this.keys = keys;
        this.history = history;
        this.webhooks = new Webhooks(settings.webhooks());
        this.network = settings.network().map(store::networkChanges);
    }

    /** Stores a new row; its key is set in it. */
    void insert(Operation operation, ResourceRow row) {
        var transaction = operation.transaction();
        var stored = row.type().stored();
        if (row.type() == ResourceType.AUC) {
            // A seal names the row's key, so a key that is to be sealed follows in a second step.
            var bare = keys.withoutKeys(row);
            row.values()[0] = transaction.insert(stored, bare.values());
            keys.place(row);
            transaction.update(stored, bare.values(), row.values());
        } else {
            transaction.insert(stored, row.values());
        }
        history.created(transaction, row, operation.context());
        webhooks.created(transaction, row, operation.context().at());
        tell(operation, NetworkEffects.written(transaction, null, row));
    }

    /** Writes a changed row. */
    void update(Operation operation, ResourceRow before, ResourceRow row) {
        var transaction = operation.transaction();
        if (row.type() == ResourceType.AUC) {
            keys.place(row);
        }
        transaction.update(row.type().stored(), before.values(), row.values());
        history.changed(transaction, before, row, operation.context());
        webhooks.changed(transaction, row, operation.context().at());
        tell(operation, NetworkEffects.written(transaction, before, row));
    }

    /** Deletes a row and what hangs on it. */
    void delete(Operation operation, ResourceRow row) {
        var transaction = operation.transaction();
        tell(operation, NetworkEffects.deleted(transaction, row));
        int parent = history.deleted(transaction, row, operation.context());
        for (var child : Integrity.children(transaction, row.type(), row.key())) {
            history.deletedWith(transaction, child, parent, operation.context());
            webhooks.deleted(transaction, child, operation.context().at());
        }
        transaction.delete(row.type().stored(), row.key());
        webhooks.deleted(transaction, row, operation.context().at());
    }

    private void tell(Operation operation, List<NetworkChange> changes) {
        if (network.isPresent() && !changes.isEmpty()) {
            var origin = new Origin(
                    Optional.of(operation.context().operationId()),
                    operation.context().at());
            operation.told().addAndGet(operation.transaction().record(network.get(), changes, origin));
        }
    }
}
