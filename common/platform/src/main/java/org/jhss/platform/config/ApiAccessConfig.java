// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jhss.platform.config.schema.Key;
import org.jhss.platform.config.schema.KeyGroup;
import org.jhss.platform.config.schema.Types;
import org.jhss.platform.config.schema.Values;

/**
 * Who may use the REST interface.
 *
 * @param mode how clients show who they are
 * @param lockedReads whether reading needs the key too while provisioning is locked
 * @param acceptProvisioningKey whether the provisioning key counts as an administrator's token in mode {@code TOKENS}
 * @param rateLimit requests that one address may make per second; 0 for any number
 * @param rateBurst requests that it may make at once
 * @param failedLoginsPerMinute wrong keys and tokens that one address may show per minute; 0 for any number
 * @param trustedProxies from whom X-Forwarded-For is believed
 * @param tls certificate, when HTTPS is spoken
 */
public record ApiAccessConfig(
        Mode mode,
        boolean lockedReads,
        boolean acceptProvisioningKey,
        int rateLimit,
        int rateBurst,
        int failedLoginsPerMinute,
        List<AddressRange> trustedProxies,
        Optional<Tls> tls) {

    /** How clients show who they are. */
    public enum Mode {
        /** As in PyHSS: the header Provisioning-Key, when {@code hss.lock_provisioning} is on. */
        KEY,
        /** Bearer tokens with roles. */
        TOKENS
    }

    /**
     * HTTPS.
     *
     * @param certificate PEM certificate chain
     * @param key its PEM private key
     */
    public record Tls(Path certificate, Path key) {}

    static final KeyGroup KEYS = new KeyGroup("api", "Who may use the REST interface");

    private static final int MAX_RATE = 1_000_000;
    private static final Key<Mode> AUTH = KEYS.key(
            "auth",
            Types.oneOf(Mode.class),
            "KEY",
            "KEY: as in PyHSS, everything is open until hss.lock_provisioning asks for the header Provisioning-Key. TOKENS: every"
                    + " request but ping, health and the documents needs a bearer token (jhss token create).");
    private static final Key<Boolean> LOCKED_READS = KEYS.key(
            "locked_reads",
            Types.BOOLEAN,
            "true",
            "Whether reading needs the key too when provisioning is locked. PyHSS lets anybody read then: false.");
    private static final Key<Boolean> ACCEPT_KEY = KEYS.key(
            "accept_provisioning_key",
            Types.BOOLEAN,
            "true",
            "With auth TOKENS: whether hss.provisioning_key, if there is one, is an administrator's too.");
    private static final Key<Integer> RATE_LIMIT = KEYS.key(
            "rate_limit",
            Types.integer(0, MAX_RATE),
            "0",
            "Requests that one client address may make per second, on average; 0: any number.");
    private static final Key<Integer> RATE_BURST = KEYS.key(
            "rate_burst", Types.integer(1, MAX_RATE), "200", "Requests that it may make at once, with rate_limit.");
    private static final Key<Integer> FAILED_LOGINS = KEYS.key(
            "failed_logins_per_minute",
            Types.integer(0, MAX_RATE),
            "30",
            "Wrong keys and tokens that one client address may show per minute before it is refused; 0: any number.");
    private static final Key<List<AddressRange>> TRUSTED_PROXIES = KEYS.key(
            "trusted_proxies",
            Types.listOf(Types.scalar("an IP address or block such as 192.0.2.0/24", AddressRange::parse)),
            "[]",
            "Reverse proxies whose header X-Forwarded-For is believed. Default: none, so the address is the connection's.");
    private static final Key<Path> TLS_CERTIFICATE = KEYS.optional(
            "tls.certificate", Types.PATH, "PEM certificate chain of the REST interface. Turns HTTPS on.");
    private static final Key<Path> TLS_KEY = KEYS.optional("tls.key", Types.PATH, "PEM private key (PKCS #8) of it.");

    static ApiAccessConfig from(Values values, Paths paths) {
        var certificate = values.find(TLS_CERTIFICATE);
        var key = values.find(TLS_KEY);
        if (certificate.isPresent() != key.isPresent()) {
            values.conflict(
                    certificate.isPresent() ? TLS_CERTIFICATE : TLS_KEY,
                    "api.tls.certificate and api.tls.key must be given together");
        }
        return new ApiAccessConfig(
                values.get(AUTH),
                values.get(LOCKED_READS),
                values.get(ACCEPT_KEY),
                values.get(RATE_LIMIT),
                values.get(RATE_BURST),
                values.get(FAILED_LOGINS),
                values.get(TRUSTED_PROXIES),
                certificate.flatMap(c -> key.map(k -> new Tls(paths.resolve(c), paths.resolve(k)))));
    }
}
