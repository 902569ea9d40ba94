// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.geored;

import java.time.Clock;
import org.jhss.geored.webhook.WebhookRelay;
import org.jhss.geored.webhook.WebhookSettings;
import org.jhss.platform.config.JhssConfig;
import org.jhss.platform.lifecycle.ServiceContext;
import org.jhss.platform.lifecycle.ServiceMain;
import org.jhss.platform.lifecycle.StartFailure;
import org.jhss.platform.service.ServiceBus;
import org.jhss.store.Store;
import org.jhss.store.migration.MigrationException;

/** The geored service as a process. Any number of instances; with nothing to tell anybody it does nothing. */
public final class GeoredService {

    private static final String ROLE = "geored";

    private GeoredService() {}

    /** Runs the service until it is told to stop. */
    public static void main(String[] arguments) {
        ServiceMain.run(ROLE, GeoredService::assemble, arguments);
    }

    static void assemble(ServiceContext context) throws Exception {
        ServiceBus.start(context);
        if (!hasListeners(context.config())) {
            context.health().require("webhooks", () -> "idle: webhooks.enabled is off");
            return;
        }
        var store = context.start("database", () -> openStore(context));
        migrate(store);
        var outbox = store.outbox();
        var settings = WebhookSettings.from(
                context.config().webhooks(), context.instance().value());
        var relay = context.start(
                "webhooks", () -> WebhookRelay.start(outbox, settings, context.metrics(), Clock.systemUTC()));
        context.health().require("webhooks", () -> {
            if (!relay.isRunning()) {
                throw new IllegalStateException("nobody looks into the outbox any more");
            }
            return "delivering";
        });
        context.health().require("database", () -> {
            outbox.endpoints();
            return store.database().settings().toString();
        });
    }

    /** Whether anybody wants to be told of anything. */
    private static boolean hasListeners(JhssConfig config) {
        var eir = config.eir();
        return config.webhooks().enabled()
                || (eir.simSwapNotification() && eir.simSwapNotifyWebhook().isPresent());
    }

    private static Store openStore(ServiceContext context) throws StartFailure {
        try {
            return Store.open(context.config().database());
        } catch (IllegalArgumentException e) {
            throw StartFailure.configuration("database", String.valueOf(e.getMessage()), e);
        }
    }

    private static void migrate(Store store) throws StartFailure {
        try {
            store.migrator().migrate();
        } catch (MigrationException e) {
            throw StartFailure.unavailable(String.valueOf(e.getMessage()), e);
        }
    }
}
