// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jhss.api.error.Failure;
import org.jhss.api.error.Kind;
import org.jhss.api.route.Endpoint;
import org.jhss.api.route.Gate;
import org.jhss.api.route.Visitor;
import org.jhss.platform.config.ApiAccessConfig;

/**
 * Refuses addresses that ask too often, or show wrong keys too often. The latter are refused whatever they show until they have
 * paused: else a right guess would still be told from a wrong one.
 */
public final class Limits implements Gate {

    private static final double SECONDS_PER_MINUTE = 60;
    private static final int MOST_ADDRESSES = 100_000;
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);

    private final Gate gate;
    private final ApiAccessConfig config;
    private final LongSupplier nanoTime;
    private final Cache<String, TokenBucket> requests = buckets();
    private final Cache<String, TokenBucket> failures = buckets();

    /**
     * @param gate who decides about those that are within the limits
     * @param nanoTime as {@link System#nanoTime}
     */
    public Limits(Gate gate, ApiAccessConfig config, LongSupplier nanoTime) {
        this.gate = gate;
        this.config = config;
        this.nanoTime = nanoTime;
    }

    @Override
    public Optional<Failure> tooMany(Visitor visitor) {
        if (config.rateLimit() == 0) {
            return Optional.empty();
        }
        long now = nanoTime.getAsLong();
        var bucket = requests.get(visitor.address(), _ -> new TokenBucket(config.rateBurst(), config.rateLimit(), now));
        return bucket.take(now)
                ? Optional.empty()
                : Optional.of(refusal("more than " + config.rateLimit() + " requests per second", bucket, now));
    }

    @Override
    public Admission admit(Endpoint endpoint, Visitor visitor) {
        boolean shows =
                visitor.provisioningKey().isPresent() || visitor.authorization().isPresent();
        int most = config.failedLoginsPerMinute();
        if (!shows || most == 0) {
            return gate.admit(endpoint, visitor);
        }
        long now = nanoTime.getAsLong();
        var bucket = failures.getIfPresent(visitor.address());
        if (bucket != null && !bucket.hasAny(now)) {
            return new Admission.Refused(refusal("too many wrong keys or tokens", bucket, now));
        }
        var admission = gate.admit(endpoint, visitor);
        if (admission instanceof Admission.Refused refused && refused.failure().kind() == Kind.UNAUTHORIZED) {
            failures.get(visitor.address(), _ -> new TokenBucket(most, most / SECONDS_PER_MINUTE, now))
                    .take(now);
        }
        return admission;
    }

    private static Failure refusal(String reason, TokenBucket bucket, long now) {
        return Failure.of(Kind.TOO_MANY, reason).with("Retry-After", Long.toString(bucket.secondsToNext(now)));
    }

    private static Cache<String, TokenBucket> buckets() {
        return Caffeine.newBuilder()
                .expireAfterAccess(FORGOTTEN)
                .maximumSize(MOST_ADDRESSES)
                .build();
    }
}
