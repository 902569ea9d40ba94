// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jhss.platform.config.schema.Key;
import org.jhss.platform.config.schema.KeyGroup;
import org.jhss.platform.config.schema.Types;
import org.jhss.platform.config.schema.ValueType;
import org.jhss.platform.config.schema.Values;

/**
 * A peer that may connect, or a family of peers.
 *
 * @param host its Origin-Host
 * @param realm its Origin-Realm; empty accepts any
 * @param addresses where it may connect from; empty accepts any
 * @param certificates names, one of which its certificate must be for, in lower case, or SHA-256 fingerprints of the certificate, 64
 *     hexadecimal digits; empty accepts any, also none
 * @param applications names of the applications it may use; empty allows all
 * @param rate most requests per second
 * @param relay whether it may forward requests of other nodes; empty leaves that to what it advertises and to Route-Record
 */
public record AllowedPeerConfig(
        NamePattern host,
        Optional<NamePattern> realm,
        List<AddressRange> addresses,
        List<String> certificates,
        List<String> applications,
        Optional<Rate> rate,
        Optional<Boolean> relay) {

    /**
     * A bound on requests.
     *
     * @param perSecond requests per second in the long run
     * @param burst requests at once
     */
    public record Rate(int perSecond, int burst) {}

    private static final int MOST_REQUESTS = 10_000_000;
    private static final String FINGERPRINT = "sha256:";
    private static final int FINGERPRINT_DIGITS = 64;

    private static final ValueType<NamePattern> NAME =
            Types.scalar("a domain name, in which one * stands for any characters", NamePattern::parse);
    private static final ValueType<AddressRange> ADDRESS = Types.scalar(
            "an IP address or a block of them, such as 192.0.2.0/24 or 2001:db8::/32", AddressRange::parse);
    private static final ValueType<String> CERTIFICATE = Types.scalar(
            "a name, or sha256: and the fingerprint's 64 hexadecimal digits", AllowedPeerConfig::certificate);

    private static final KeyGroup KEYS = new KeyGroup("", "One peer that may connect");
    private static final Key<NamePattern> HOST =
            KEYS.required("host", NAME, "Origin-Host of the peer; one * stands for any characters.");
    private static final Key<NamePattern> REALM =
            KEYS.optional("realm", NAME, "Its Origin-Realm; one * stands for any characters. Default: any.");
    private static final Key<List<AddressRange>> ADDRESSES = KEYS.key(
            "addresses", Types.listOf(ADDRESS), "[]", "IP addresses and blocks it may connect from. Default: any.");
    private static final Key<List<String>> CERTIFICATES = KEYS.key(
            "certificate",
            Types.listOf(CERTIFICATE),
            "[]",
            "Names, one of which its TLS certificate must be for, or sha256:FINGERPRINT. Default: any, also none.");
    private static final Key<List<String>> APPLICATIONS = KEYS.key(
            "applications", Types.listOf(Types.TEXT), "[]", "Applications it may use, such as s6a. Default: all.");
    private static final Key<Integer> RATE =
            KEYS.optional("rate", Types.integer(1, MOST_REQUESTS), "Most requests per second. Default: no bound.");
    private static final Key<Integer> BURST = KEYS.optional(
            "burst",
            Types.integer(1, MOST_REQUESTS),
            "Requests that may come at once. Default: as many as in a second.");
    private static final Key<Boolean> RELAY = KEYS.optional(
            "relay",
            Types.BOOLEAN,
            "Whether it may forward requests of other nodes. Default: if it advertises to relay, or Route-Record shows it.");

    static final ValueType<AllowedPeerConfig> TYPE = Types.struct(KEYS, AllowedPeerConfig::from);

    private static AllowedPeerConfig from(Values values) {
        var burst = values.find(BURST);
        return new AllowedPeerConfig(
                values.get(HOST),
                values.find(REALM),
                values.get(ADDRESSES),
                values.get(CERTIFICATES),
                values.get(APPLICATIONS),
                values.find(RATE).map(rate -> new Rate(rate, burst.orElse(rate))),
                values.find(RELAY));
    }

    private static Optional<String> certificate(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        if (!lower.startsWith(FINGERPRINT)) {
            return NamePattern.parse(lower).filter(NamePattern::isExact).map(NamePattern::text);
        }
        // As "openssl x509 -fingerprint" prints it, or without the colons.
        var digits = lower.substring(FINGERPRINT.length()).replace(":", "");
        return digits.length() == FINGERPRINT_DIGITS && digits.chars().allMatch(c -> Character.digit(c, 16) >= 0)
                ? Optional.of(digits)
                : Optional.empty();
    }
}
