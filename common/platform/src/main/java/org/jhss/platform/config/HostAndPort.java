// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import java.util.Optional;
import org.jhss.platform.config.schema.Types;
import org.jhss.platform.config.schema.ValueType;

/**
 * Where a server is.
 *
 * @param host host name or IP address, IPv6 without brackets
 * @param port 1 to 65535
 */
public record HostAndPort(String host, int port) {

    private static final int SENTINEL_PORT = 26379;
    private static final int MAX_PORT = 65535;

    /** A Redis Sentinel's address, port 26379 when left out. */
    static final ValueType<HostAndPort> TYPE =
            Types.scalar("host:port, with IPv6 addresses in brackets", text -> parse(text, SENTINEL_PORT));

    /** Parses {@code host}, {@code host:port}, {@code [IPv6]} or {@code [IPv6]:port}. */
    public static Optional<HostAndPort> parse(String text, int defaultPort) {
        int bracket = text.lastIndexOf(']');
        int colon = text.lastIndexOf(':');
        boolean hasPort = colon > bracket && (bracket >= 0 || text.indexOf(':') == colon);
        var host = hasPort ? text.substring(0, colon) : text;
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        if (host.isEmpty()) {
            return Optional.empty();
        }
        try {
            int port = hasPort ? Integer.parseInt(text.substring(colon + 1)) : defaultPort;
            return port > 0 && port <= MAX_PORT ? Optional.of(new HostAndPort(host, port)) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
