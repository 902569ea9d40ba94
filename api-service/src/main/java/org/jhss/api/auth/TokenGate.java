// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jhss.api.error.Failure;
import org.jhss.api.error.Kind;
import org.jhss.api.route.Caller;
import org.jhss.api.route.Endpoint;
import org.jhss.api.route.Gate;
import org.jhss.api.route.Role;
import org.jhss.api.route.Visitor;
import org.jhss.platform.config.schema.SecretString;
import org.jhss.store.access.ApiToken;
import org.jhss.store.access.ApiTokens;
import org.jhss.store.access.Tokens;

/** Bearer tokens (RFC 6750) with roles. What the database says of a token is believed for a few seconds. */
public final class TokenGate implements Gate {

    private static final String BEARER = "bearer ";
    private static final Duration BELIEVED = Duration.ofSeconds(5);
    private static final int MOST_REMEMBERED = 10_000;

    /** Uses are noted no more often than this. */
    private static final Duration USE_NOTED = Duration.ofMinutes(10);

    private final ApiTokens tokens;
    private final Optional<SecretString> key;
    private final Clock clock;
    private final Cache<String, Optional<ApiToken>> known = Caffeine.newBuilder()
            .expireAfterWrite(BELIEVED)
            .maximumSize(MOST_REMEMBERED)
            .build();
    private final Cache<Long, Instant> noted = Caffeine.newBuilder()
            .expireAfterWrite(USE_NOTED)
            .maximumSize(MOST_REMEMBERED)
            .build();

    /**
     * @param key the provisioning key, where it counts as an administrator's
     */
    public TokenGate(ApiTokens tokens, Optional<SecretString> key, Clock clock) {
        this.tokens = tokens;
        this.key = key;
        this.clock = clock;
    }

    @Override
    public Optional<Failure> tooMany(Visitor visitor) {
        return Optional.empty();
    }

    @Override
    public Admission admit(Endpoint endpoint, Visitor visitor) {
        var caller = caller(visitor);
        if (caller.isEmpty()) {
            return endpoint.role() == Role.OPEN
                    ? new Admission.Admitted(new Caller(Caller.ANONYMOUS, Role.OPEN, visitor.address()))
                    : new Admission.Refused(Failure.of(Kind.UNAUTHORIZED, "a valid bearer token is needed")
                            .with("WWW-Authenticate", "Bearer realm=\"jHSS\""));
        }
        return caller.get().role().covers(endpoint.role())
                ? new Admission.Admitted(caller.get())
                : new Admission.Refused(Failure.of(
                        Kind.FORBIDDEN,
                        "this needs the role " + endpoint.role().name().toLowerCase(Locale.ROOT)));
    }

    private Optional<Caller> caller(Visitor visitor) {
        if (key.isPresent()
                && visitor.provisioningKey().filter(key.get()::matches).isPresent()) {
            return Optional.of(new Caller(KeyGate.KEY_HOLDER, Role.ADMIN, visitor.address()));
        }
        return visitor.authorization()
                .filter(text -> text.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(text -> Tokens.hash(text.substring(BEARER.length()).strip()))
                .flatMap(this::good)
                .map(token -> new Caller(
                        "token:" + token.name(),
                        Role.valueOf(token.role().toUpperCase(Locale.ROOT)),
                        visitor.address()));
    }

    private Optional<ApiToken> good(String hash) {
        var now = clock.instant();
        var token = known.get(hash, tokens::find).filter(t -> t.isGood(now));
        token.ifPresent(t -> noteUse(t, now));
        return token;
    }

    private void noteUse(ApiToken token, Instant now) {
        boolean due = token.lastUsed().isEmpty()
                || token.lastUsed().get().plus(USE_NOTED).isBefore(now);
        if (due && noted.asMap().putIfAbsent(token.id(), now) == null) {
            Thread.ofVirtual().name("token-use").start(() -> tokens.used(token.id(), now));
        }
    }
}
