// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jhss.diameter.dictionary.CommandDefinition;
import org.jhss.identity.Imsi;

/** What handlers count, under PyHSS's metric names. Thread-safe. Count from {@code afterCommit}: a handler may run twice. */
public final class HssEvents {

    private static final int MOST_SERIES = 2_000;
    private static final int IMSI_PREFIX_LENGTH = 6;
    private static final String OTHER = "other";

    private final MeterRegistry registry;
    private final BoundedMeters<AuthenticationKey, Counter> authentication;
    private final BoundedMeters<Integer, Counter> equipment;
    private final BoundedMeters<DeviceKey, Counter> devices;

    public HssEvents(MeterRegistry registry) {
        this.registry = registry;
        authentication = new BoundedMeters<>(
                MOST_SERIES,
                new AuthenticationKey(OTHER, OTHER, OTHER, OTHER),
                key -> Counter.builder("prom_diam_auth_event_count")
                        .description("Diameter Authentication related Counters")
                        .tag(MeterNames.APPLICATION, key.application)
                        .tag(MeterNames.COMMAND, key.command)
                        .tag("event", key.event)
                        .tag("imsi_prefix", key.imsiPrefix)
                        .register(registry));
        equipment = new BoundedMeters<>(
                MOST_SERIES,
                -1,
                status -> Counter.builder("prom_diam_eir_event_count")
                        .description("Diameter EIR event related Counters")
                        .tag("response", status < 0 ? OTHER : Integer.toString(status))
                        .register(registry));
        devices = new BoundedMeters<>(
                MOST_SERIES,
                new DeviceKey(OTHER, OTHER, OTHER),
                key -> Counter.builder("prom_eir_devices")
                        .description("Profile of attached devices")
                        .tag("imei_prefix", key.imeiPrefix)
                        .tag("device_type", key.type)
                        .tag("device_name", key.name)
                        .register(registry));
    }

    /** Counts {@code prom_diam_auth_event_count} for the first six digits of {@code imsi}. */
    public void authentication(CommandDefinition command, AuthenticationEvent event, Imsi imsi) {
        authentication
                .get(new AuthenticationKey(
                        Integer.toUnsignedString(command.applicationId()),
                        Integer.toString(command.code()),
                        event.label(),
                        imsi.value().substring(0, IMSI_PREFIX_LENGTH)))
                .increment();
    }

    /**
     * Counts {@code prom_diam_eir_event_count}.
     *
     * @param status the Equipment-Status answered (TS 29.272 7.3.51)
     */
    public void equipment(int status) {
        equipment.get(status).increment();
    }

    /**
     * Counts {@code prom_eir_devices}, at the first sight of a pair of IMSI and IMEI.
     *
     * @param imeiPrefix the type allocation code
     * @param type kind of device, or "Unknown"
     * @param name name of the device, or "Unknown"
     */
    public void device(String imeiPrefix, String type, String name) {
        devices.get(new DeviceKey(imeiPrefix, type, name)).increment();
    }

    /**
     * Counts {@code jhss_peer_policy_total}.
     *
     * @param check the check's name, of a few
     * @param refused whether the request was refused for it
     */
    public void implausible(String check, boolean refused) {
        Counter.builder("jhss.peer.policy")
                .description("What checks of peers and of their requests found")
                .tag("check", check)
                .tag("outcome", refused ? "refused" : "logged")
                .register(registry)
                .increment();
    }

    private record AuthenticationKey(String application, String command, String event, String imsiPrefix) {}

    private record DeviceKey(String imeiPrefix, String type, String name) {}
}
