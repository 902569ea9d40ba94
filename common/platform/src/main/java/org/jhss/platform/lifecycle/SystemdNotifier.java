// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.lifecycle;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells systemd how the service does (sd_notify(3)), for units of {@code Type=notify}. The JDK has no datagram sockets of the
 * Unix family, so the tool {@code systemd-notify} sends the message; the unit needs {@code NotifyAccess=all}.
 */
final class SystemdNotifier {

    private static final Logger LOG = LoggerFactory.getLogger(SystemdNotifier.class);
    private static final String SOCKET_VARIABLE = "NOTIFY_SOCKET";
    private static final String WATCHDOG_VARIABLE = "WATCHDOG_USEC";
    private static final String TOOL = "systemd-notify";
    private static final int TOOL_SECONDS = 5;

    private final Optional<Long> watchdogMicros;

    private SystemdNotifier(Optional<Long> watchdogMicros) {
        this.watchdogMicros = watchdogMicros;
    }

    /** A notifier when systemd asks for one. */
    static Optional<SystemdNotifier> of(Map<String, String> environment) {
        if (environment.getOrDefault(SOCKET_VARIABLE, "").isEmpty()) {
            return Optional.empty();
        }
        var micros = Optional.ofNullable(environment.get(WATCHDOG_VARIABLE))
                .filter(text -> !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9'))
                .map(Long::parseLong)
                .filter(value -> value > 0);
        return Optional.of(new SystemdNotifier(micros));
    }

    /** Says that the service has started and, if systemd has a watchdog, feeds it until {@code end}. */
    void ready(CountDownLatch end) {
        send("READY=1");
        watchdogMicros.ifPresent(
                micros -> Thread.ofVirtual().name("systemd watchdog").start(() -> feed(micros, end)));
    }

    /** Says that the service stops. */
    void stopping() {
        send("STOPPING=1");
    }

    private static void feed(long micros, CountDownLatch end) {
        try {
            while (!end.await(micros / 2, TimeUnit.MICROSECONDS)) {
                send("WATCHDOG=1");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(String message) {
        try {
            var process = new ProcessBuilder(TOOL, message)
                    .redirectErrorStream(true)
                    .inheritIO()
                    .start();
            if (!process.waitFor(TOOL_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            LOG.atWarn().addKeyValue("cause", e).log("systemd asked to be notified, but " + TOOL + " does not run");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
