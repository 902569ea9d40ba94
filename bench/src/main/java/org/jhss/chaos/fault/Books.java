// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.chaos.fault;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import org.jhss.load.plan.RequestEnd;
import org.jhss.load.plan.RequestObserver;

/** What became of each request, by the time at which it was sent, and the locations that were acknowledged. */
final class Books implements RequestObserver {

    private static final long BUCKET_NANOS = Duration.ofMillis(100).toNanos();
    private static final int BUCKETS_PER_SECOND = 10;

    /** What was sent longer ago says nothing of now, in buckets. */
    private static final int RECENT = 3 * BUCKETS_PER_SECOND;

    private static final String UPDATE_LOCATION = "ULR";

    /** Below this share of successes the system counts as out. */
    private static final double GOOD_SHARE = 0.8;

    private final long startNanos = System.nanoTime();
    private final AtomicIntegerArray ended;
    private final AtomicIntegerArray succeeded;
    private final AtomicLong successes = new AtomicLong();
    private final Map<Integer, LocationHistory> locations = new ConcurrentHashMap<>();

    /** @param span how long requests are sent at most */
    Books(Duration span) {
        int buckets = (int) (span.toNanos() / BUCKET_NANOS) + 1;
        ended = new AtomicIntegerArray(buckets);
        succeeded = new AtomicIntegerArray(buckets);
    }

    @Override
    public void ended(RequestEnd end) {
        int bucket = bucket(end.sentNanos());
        boolean success = end.fate() == RequestEnd.Fate.SUCCESS;
        if (bucket >= 0 && bucket < ended.length()) {
            ended.incrementAndGet(bucket);
            if (success) {
                succeeded.incrementAndGet(bucket);
            }
        }
        if (success) {
            successes.incrementAndGet();
        }
        if (end.command().equals(UPDATE_LOCATION)) {
            locations
                    .computeIfAbsent(end.subscriber(), _ -> new LocationHistory())
                    .add(end);
        }
    }

    /** Requests answered with success so far. */
    long successes() {
        return successes.get();
    }

    /** Histories by the subscriber's place in the range. */
    Map<Integer, LocationHistory> locations() {
        return locations;
    }

    /**
     * How long after {@code sinceNanos} requests were still sent of which too few succeeded; empty when at no time too few did.
     */
    Optional<Duration> outage(long sinceNanos) {
        Optional<Duration> outage = Optional.empty();
        for (int i = Math.max(0, bucket(sinceNanos)); i < ended.length(); i++) {
            if (isBad(i)) {
                outage = Optional.of(Duration.ofNanos(startNanos + (i + 1) * BUCKET_NANOS - sinceNanos));
            }
        }
        return outage;
    }

    /** Whether requests of the last second, of those that have come to their end, succeeded as they should. */
    boolean isWell() {
        int last = Math.min(ended.length(), bucket(System.nanoTime()) + 1) - 1;
        int oldest = Math.max(0, last - RECENT);
        while (last > oldest && ended.get(last) == 0) {
            last--;
        }
        long all = 0;
        long good = 0;
        for (int i = Math.max(0, last - BUCKETS_PER_SECOND + 1); i <= last; i++) {
            all += ended.get(i);
            good += succeeded.get(i);
        }
        return all > 0 && good >= GOOD_SHARE * all;
    }

    private boolean isBad(int bucket) {
        return ended.get(bucket) > 0 && succeeded.get(bucket) < GOOD_SHARE * ended.get(bucket);
    }

    private int bucket(long nanos) {
        return (int) ((nanos - startNanos) / BUCKET_NANOS);
    }
}
