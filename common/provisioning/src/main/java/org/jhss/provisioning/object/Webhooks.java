// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.object;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jhss.provisioning.schema.ResourceRow;
import org.jhss.provisioning.schema.RowJson;
import org.jhss.provisioning.schema.View;
import org.jhss.store.outbox.Notification;
import org.jhss.store.table.TableTransaction;

/** Tells the configured endpoints of changed rows: PUT, PATCH, DELETE with the row, never with secrets. */
final class Webhooks {

    private final List<URI> endpoints;

    Webhooks(List<URI> endpoints) {
        this.endpoints = endpoints;
    }

    void created(TableTransaction transaction, ResourceRow row, Instant at) {
        tell(transaction, "PUT", row, at);
    }

    void changed(TableTransaction transaction, ResourceRow row, Instant at) {
        tell(transaction, "PATCH", row, at);
    }

    void deleted(TableTransaction transaction, ResourceRow row, Instant at) {
        tell(transaction, "DELETE", row, at);
    }

    private void tell(TableTransaction transaction, String method, ResourceRow row, Instant at) {
        if (endpoints.isEmpty()) {
            return;
        }
        var body = RowJson.tree(row, View.COMPATIBLE).toString();
        transaction.enqueue(
                endpoints.stream()
                        .map(endpoint -> new Notification(endpoint.toString(), method, body))
                        .toList(),
                at);
    }
}
