// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.network;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jhss.platform.config.JhssConfig;
import org.jhss.provisioning.schema.ResourceRow;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.provisioning.schema.RowJson;
import org.jhss.provisioning.schema.View;
import org.jhss.store.database.Timestamps;
import org.jhss.store.outbox.Notification;
import org.jhss.store.table.TableTransaction;

/**
 * Changes of what the network has set: they are no provisioning, so they leave no trace in the operation log, but webhooks hear of them.
 * Belongs to one transaction.
 */
public final class RowChange {

    private static final String LAST_MODIFIED = "last_modified";

    private final TableTransaction transaction;
    private final List<URI> webhooks;
    private final Instant now;

    /**
     * @param now when the change happens
     */
    public RowChange(TableTransaction transaction, JhssConfig config, Instant now) {
        this.transaction = transaction;
        this.webhooks = config.webhooks().enabled() ? config.webhooks().endpoints() : List.of();
        this.now = now;
    }

    /** When the change happens. */
    public Instant now() {
        return now;
    }

    /** The transaction that it belongs to. */
    public TableTransaction transaction() {
        return transaction;
    }

    /** The row of that key, locked. */
    public Optional<ResourceRow> lock(ResourceType type, int key) {
        return transaction.lock(type.stored(), key).map(values -> new ResourceRow(type, values));
    }

    /** The rows with {@code value} in {@code column}, each locked. */
    public List<ResourceRow> lock(ResourceType type, String column, Object value) {
        return transaction.find(type.stored(), type.position(column), value).stream()
                .map(values -> new ResourceRow(type, values).key())
                .sorted()
                .flatMap(key -> lock(type, key).stream())
                .toList();
    }

    /** Writes {@code changed} in place of {@code before}. */
    public void update(ResourceRow before, ResourceRow changed) {
        stamp(changed);
        transaction.update(changed.type().stored(), before.values(), changed.values());
        tell("PATCH", changed);
    }

    /** Stores a new row. */
    public void insert(ResourceRow row) {
        stamp(row);
        transaction.insert(row.type().stored(), row.values());
        tell("PUT", row);
    }

    /** Deletes a row. */
    public void delete(ResourceRow row) {
        transaction.delete(row.type().stored(), row.key());
        tell("DELETE", row);
    }

    private void stamp(ResourceRow row) {
        row.values()[row.type().position(LAST_MODIFIED)] = Timestamps.toLastModified(now);
    }

    private void tell(String method, ResourceRow row) {
        if (!webhooks.isEmpty()) {
            var body = RowJson.tree(row, View.COMPATIBLE).toString();
            transaction.enqueue(
                    webhooks.stream()
                            .map(endpoint -> new Notification(endpoint.toString(), method, body))
                            .toList(),
                    now);
        }
    }
}
