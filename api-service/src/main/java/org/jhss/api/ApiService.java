// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jhss.api.auth.KeyGate;
import org.jhss.api.auth.Limits;
import org.jhss.api.auth.TokenGate;
import org.jhss.api.crud.CrudEndpoints;
import org.jhss.api.docs.DocsEndpoints;
import org.jhss.api.docs.Site;
import org.jhss.api.http.HttpSettings;
import org.jhss.api.http.WebServer;
import org.jhss.api.network.Backbone;
import org.jhss.api.network.Facilities;
import org.jhss.api.network.LiveBackbone;
import org.jhss.api.route.Endpoint;
import org.jhss.api.route.Gate;
import org.jhss.api.v1.V1Endpoints;
import org.jhss.platform.config.JhssConfig;
import org.jhss.platform.lifecycle.HealthRecord;
import org.jhss.platform.lifecycle.ServiceContext;
import org.jhss.platform.lifecycle.ServiceMain;
import org.jhss.platform.lifecycle.StartFailure;
import org.jhss.platform.service.ServiceBus;
import org.jhss.provisioning.object.Objects;
import org.jhss.provisioning.object.Settings;
import org.jhss.store.Store;
import org.jhss.store.migration.MigrationException;

/** The REST interface as a process. Any number of instances, each on a port of its own. */
public final class ApiService {

    private static final String ROLE = "api";

    private ApiService() {}

    /** Runs the service until it is told to stop. */
    public static void main(String[] arguments) {
        ServiceMain.run(ROLE, ApiService::assemble, arguments);
    }

    static void assemble(ServiceContext context) throws Exception {
        var bus = ServiceBus.start(context);
        var backbone = context.start(
                "calls",
                () -> LiveBackbone.on(bus, context.config().hss().processing().requestTimeout()));
        var store = context.start("database", () -> openStore(context));
        migrate(store);
        context.health().require("database", store.database()::check);
        var config = context.config();
        var kept = Duration.ofHours(config.api().idempotencyHours());
        context.start("pruning", () -> Pruning.start(store.keptAnswers(), kept));
        var gate = gate(store, config);
        var endpoints = endpoints(store, config, context.health()::current, backbone);
        var server = context.start(
                "web server", () -> WebServer.start(HttpSettings.from(config), endpoints, gate, context.metrics()));
        context.listening("http", server.address());
        var scheme = config.api().access().tls().isPresent() ? "https" : "http";
        context.connectLine("REST interface: " + scheme + "://"
                + server.address().getHostString() + ":" + server.address().getPort() + "/docs/");
    }

    /** Everything that is served, by a process that knows of no other. */
    static List<Endpoint> endpoints(Store store, JhssConfig config, Supplier<HealthRecord> health) {
        return endpoints(store, config, health, Backbone.NONE);
    }

    /** Everything that is served. */
    static List<Endpoint> endpoints(Store store, JhssConfig config, Supplier<HealthRecord> health, Backbone backbone) {
        var objects = new Objects(store, Settings.from(config), backbone::wake);
        List<Endpoint> all = new ArrayList<>(SiteEndpoints.all());
        all.addAll(CrudEndpoints.of(objects, store.tables(), config.api()));
        all.addAll(Operations.of(new Facilities(config, store, objects, backbone)));
        all.addAll(V1Endpoints.of(objects, store, config.api(), health));
        all.addAll(DocsEndpoints.of(Site.from(config), List.copyOf(all)));
        return all;
    }

    /** Who may use it. */
    static Gate gate(Store store, JhssConfig config) {
        var access = config.api().access();
        var lock = config.hss().provisioning();
        var gate = switch (access.mode()) {
            case KEY -> new KeyGate(lock, access.lockedReads());
            case TOKENS ->
                new TokenGate(
                        store.apiTokens(),
                        access.acceptProvisioningKey() ? lock.key() : Optional.empty(),
                        Clock.systemUTC());
        };
        return new Limits(gate, access, System::nanoTime);
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
