// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import java.time.Duration;
import org.jhss.platform.config.schema.Key;
import org.jhss.platform.config.schema.KeyGroup;
import org.jhss.platform.config.schema.Types;
import org.jhss.platform.config.schema.Values;

/**
 * How connections are watched.
 *
 * @param enabled whether this HSS sends DWR
 * @param interval Tw of RFC 3539 3.4.1, at least 6 s
 * @param idleTimeout silence after which a connection is closed
 * @param forgetPeerAfter time after which a disconnected peer leaves the peer list
 * @param capabilitiesTimeout time in which CER or CEA must come
 * @param probeTimeout time in which an open connection must show life when another one of the same Origin-Host comes
 * @param disconnectTimeout time in which DPA must come
 */
public record WatchdogConfig(
        boolean enabled,
        Duration interval,
        Duration idleTimeout,
        Duration forgetPeerAfter,
        Duration capabilitiesTimeout,
        Duration probeTimeout,
        Duration disconnectTimeout) {

    static final KeyGroup KEYS = new KeyGroup("hss", "Watching connections");

    /** RFC 3539 3.4.1: Tw must not be set below six seconds. */
    private static final int MIN_TW_SECONDS = 6;

    private static final int DAY = 86_400;
    private static final Key<Boolean> SEND_DWR = KEYS.key(
            "send_dwr",
            Types.BOOLEAN,
            "true",
            "Whether to send DWR on a silent connection (RFC 6733 5.5.3). PyHSS's default is false.");
    private static final Key<Duration> SEND_DWR_INTERVAL = KEYS.optional(
            "send_dwr_interval",
            Types.seconds(1, DAY),
            "PyHSS's spelling of watchdog_interval, in seconds; counts when that is not given, raised to 6.");
    private static final Key<Duration> WATCHDOG_INTERVAL = KEYS.key(
            "watchdog_interval",
            Types.seconds(MIN_TW_SECONDS, DAY),
            "30",
            "Silence after which DWR is sent, in seconds (Tw of RFC 3539, at least 6).");
    private static final Key<Duration> CLIENT_SOCKET_TIMEOUT = KEYS.key(
            "client_socket_timeout",
            Types.seconds(1, DAY),
            "300",
            "Silence after which a connection is closed, in seconds.");
    private static final Key<Duration> FORGET = KEYS.key(
            "active_diameter_peers_timeout",
            Types.seconds(0, 30 * DAY),
            "3600",
            "Time after which a disconnected peer leaves the peer list, in seconds.");

    private static final int LONGEST_WAIT = 60;
    private static final Key<Duration> CER_TIMEOUT = KEYS.key(
            "cer_timeout",
            Types.seconds(1, LONGEST_WAIT),
            "10",
            "Time in which a new connection must send CER, or answer ours, in seconds.");
    private static final Key<Duration> PROBE_TIMEOUT = KEYS.key(
            "probe_timeout",
            Types.seconds(1, LONGEST_WAIT),
            "2",
            "Time in which an open connection must show life when its peer connects again, in seconds.");
    private static final Key<Duration> DPA_TIMEOUT = KEYS.key(
            "dpa_timeout",
            Types.seconds(1, LONGEST_WAIT),
            "2",
            "Time in which a peer must answer DPR, or close after its own, in seconds.");

    static WatchdogConfig from(Values values) {
        var interval = values.get(WATCHDOG_INTERVAL);
        if (!values.isGiven(WATCHDOG_INTERVAL)) {
            var floor = Duration.ofSeconds(MIN_TW_SECONDS);
            interval = values.find(SEND_DWR_INTERVAL)
                    .map(given -> given.compareTo(floor) < 0 ? floor : given)
                    .orElse(interval);
        }
        return new WatchdogConfig(
                values.get(SEND_DWR),
                interval,
                values.get(CLIENT_SOCKET_TIMEOUT),
                values.get(FORGET),
                values.get(CER_TIMEOUT),
                values.get(PROBE_TIMEOUT),
                values.get(DPA_TIMEOUT));
    }
}
