// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.http;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.jhss.platform.config.AddressRange;
import org.jspecify.annotations.Nullable;

/** Finds out who a client is behind proxies that are known. */
final class ClientAddress {

    private final List<AddressRange> trusted;

    ClientAddress(List<AddressRange> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    /**
     * The nearest address that is no trusted proxy: each proxy appends whom it heard from, so the list is read from its end.
     *
     * @param connection the connection's remote address
     * @param forwardedFor header {@code X-Forwarded-For}
     */
    String of(String connection, @Nullable String forwardedFor) {
        if (trusted.isEmpty() || forwardedFor == null || !isTrusted(connection)) {
            return connection;
        }
        var hops = forwardedFor.split(",", -1);
        var nearest = connection;
        for (int i = hops.length - 1; i >= 0; i--) {
            var hop = hops[i].strip();
            if (parse(hop).isEmpty()) {
                return nearest;
            }
            nearest = hop;
            if (!isTrusted(hop)) {
                return nearest;
            }
        }
        return nearest;
    }

    private boolean isTrusted(String address) {
        return parse(address)
                .filter(a -> trusted.stream().anyMatch(range -> range.contains(a)))
                .isPresent();
    }

    private static Optional<InetAddress> parse(String address) {
        try {
            return Optional.of(InetAddress.ofLiteral(address));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
