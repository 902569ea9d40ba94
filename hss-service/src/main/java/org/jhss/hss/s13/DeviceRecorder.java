// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s13;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jhss.hss.handler.HandlerEnvironment;
import org.jhss.hss.handler.RequestContext;
import org.jhss.hss.metrics.HssEvents;
import org.jhss.identity.Imei;
import org.jhss.identity.Imsi;
import org.jhss.platform.config.JhssConfig;
import org.jhss.store.device.TacDatabase;
import org.jhss.store.outbox.Notification;
import org.jhss.store.work.Sighting;

/** Keeps which subscriber was seen in which device, and tells when that changes. Thread-safe. */
final class DeviceRecorder {

    /** PyHSS's method for what it takes as the change of a row. */
    private static final String METHOD = "PATCH";

    private final HssEvents events;
    private final Optional<TacDatabase> devices;
    private final List<String> endpoints;

    DeviceRecorder(HandlerEnvironment environment, Optional<TacDatabase> devices) {
        this.events = environment.events();
        this.devices = devices;
        this.endpoints = endpoints(environment.config());
    }

    private static List<String> endpoints(JhssConfig config) {
        if (!config.eir().simSwapNotification()) {
            return List.of();
        }
        var own = config.eir().simSwapNotifyWebhook();
        if (own.isPresent()) {
            return List.of(own.get().toString());
        }
        return config.webhooks().enabled()
                ? config.webhooks().endpoints().stream().map(URI::toString).toList()
                : List.of();
    }

    /**
     * Records a check within the request's transaction.
     *
     * @param imeiText the IMEI as the network spelt it
     */
    void record(RequestContext context, Imsi imsi, Imei imei, String imeiText, int status) {
        var at = Instant.ofEpochMilli(context.nowMillis());
        var sighting = context.work().equipment().seen(imsi, imei, status, at);
        if (sighting.newPair() || sighting.isSwap()) {
            announce(context, body(imsi, imeiText, status, sighting), at);
        }
        if (sighting.newPair() && devices.isPresent()) {
            var database = devices.get();
            context.afterCommit(() -> count(database, imei));
        }
    }

    private void announce(RequestContext context, String body, Instant at) {
        for (var endpoint : endpoints) {
            context.work().enqueue(new Notification(endpoint, METHOD, body), at);
        }
    }

    private void count(TacDatabase database, Imei imei) {
        var device = database.find(imei);
        if (device.isPresent()) {
            events.device(
                    device.get().prefix(), device.get().name(), device.get().model());
        } else {
            events.device(imei.tac(), TacDatabase.UNKNOWN, TacDatabase.UNKNOWN);
        }
    }

    /** PyHSS's body, and where there was another device until now, that. All values are decimal digits and need no escaping. */
    private static String body(Imsi imsi, String imeiText, int status, Sighting sighting) {
        var previous = sighting.previous()
                .map(device -> ", \"previous_imei\": \"" + device.imei().tacAndSerial() + '"')
                .orElse("");
        return "{\"imei\": \"" + imeiText + "\", \"imsi\": \"" + imsi.value() + "\", \"match_response_code\": " + status
                + previous + '}';
    }
}
