// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jhss.hss.change.ChangeDispatcher;
import org.jhss.hss.change.WakeCall;
import org.jhss.hss.handler.HandlerEnvironment;
import org.jhss.hss.handler.InterfaceModule;
import org.jhss.hss.metrics.HssEvents;
import org.jhss.hss.metrics.HssMetrics;
import org.jhss.hss.outbound.BusRequestSender;
import org.jhss.hss.outbound.OutboundMeters;
import org.jhss.hss.pipeline.Pipeline;
import org.jhss.platform.bus.calls.CallHandler;
import org.jhss.platform.bus.calls.Calls;
import org.jhss.platform.bus.calls.Replies;
import org.jhss.platform.bus.notes.BusNotes;
import org.jhss.platform.bus.peers.PeerRegistry;
import org.jhss.platform.lifecycle.ServiceContext;
import org.jhss.platform.lifecycle.ServiceMain;
import org.jhss.platform.lifecycle.StartFailure;
import org.jhss.platform.service.ServiceBus;
import org.jhss.store.Store;
import org.jhss.store.change.NetworkChanges;
import org.jhss.store.migration.MigrationException;

/** The HSS's logic as a process: takes requests from the bus, decides, answers. Any number of instances share the load. */
public final class HssService {

    /** The service's name on the bus, for calls and health. */
    public static final String ROLE = "hss";

    private HssService() {}

    public static void main(String[] arguments) {
        ServiceMain.run(ROLE, context -> assemble(context, Interfaces.ALL), arguments);
    }

    /** Puts the service together from these interfaces. */
    static void assemble(ServiceContext context, List<InterfaceModule> interfaces) throws Exception {
        var config = context.config();
        var store = context.start("database", () -> openStore(context));
        migrate(store);
        var bus = ServiceBus.start(context);
        var peers = context.start("peer registry", () -> PeerRegistry.open(bus));
        var replies = context.start("replies", () -> Replies.open(bus));
        var clock = Clock.systemUTC();
        var sender =
                new BusRequestSender(bus, replies, peers, config.hss(), clock, new OutboundMeters(context.metrics()));
        var changes = context.start(
                "changes",
                () -> ChangeDispatcher.start(config.hss(), store, sender, bus.instance(), clock, context.metrics()));
        var environment = new HandlerEnvironment(
                config, store, clock, new HssEvents(context.metrics()), sender, new BusNotes(bus), changes);
        var calls = context.start("calls", () -> new Calls(bus, replies));
        calls.serve(ROLE, callHandlers(interfaces, environment, changes));
        var pipeline = context.start(
                "pipeline", () -> Pipeline.start(bus, environment, new HssMetrics(context.metrics()), interfaces));
        require(context, store, pipeline, changes);
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

    /** The calls of all interfaces; two of one name are a defect. */
    private static Map<String, CallHandler> callHandlers(
            List<InterfaceModule> interfaces, HandlerEnvironment environment, ChangeDispatcher changes) {
        var handlers = new HashMap<String, CallHandler>();
        handlers.put(NetworkChanges.WAKE_CALL, new WakeCall(changes));
        for (var module : interfaces) {
            module.calls(environment).forEach((name, handler) -> {
                if (handlers.put(name, handler) != null) {
                    throw new IllegalStateException("two handlers for the call " + name);
                }
            });
        }
        return handlers;
    }

    private static void require(ServiceContext context, Store store, Pipeline pipeline, ChangeDispatcher changes) {
        context.health().require("database", store.database()::check);
        context.health().require("changes", changes::check);
        context.health().require("workers", () -> {
            if (!pipeline.isRunning()) {
                throw new IllegalStateException("a worker has died");
            }
            return pipeline.workers() + " running";
        });
    }
}
