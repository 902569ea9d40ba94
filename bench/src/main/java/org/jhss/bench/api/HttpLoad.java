// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.api;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;

/** Closed-loop load: each connection sends its next request when it has the answer to the last. */
final class HttpLoad {

    /** The n-th request. */
    @FunctionalInterface
    interface Requests {
        int send(HttpConnection connection, int index) throws IOException;
    }

    /**
     * What came of it.
     *
     * @param failed answers that were not 2xx, and broken connections
     */
    record Result(long requests, long failed, Duration time, Histogram micros) {

        double perSecond() {
            return requests / (time.toNanos() / (double) TimeUnit.SECONDS.toNanos(1));
        }
    }

    private static final long LONGEST_MICROS = TimeUnit.SECONDS.toMicros(60);
    private static final int DIGITS = 3;

    private final String host;
    private final int port;
    private final String headers;

    HttpLoad(String host, int port, String headers) {
        this.host = host;
        this.port = port;
        this.headers = headers;
    }

    /** Sends until {@code most} requests are sent or {@code time} is over. */
    Result run(int connections, int most, Duration time, Requests requests) throws InterruptedException {
        var next = new AtomicInteger();
        var failed = new AtomicInteger();
        var done = new CountDownLatch(connections);
        List<Histogram> histograms = new ArrayList<>();
        long start = System.nanoTime();
        long end = start + time.toNanos();
        for (int i = 0; i < connections; i++) {
            var histogram = new Histogram(LONGEST_MICROS, DIGITS);
            histograms.add(histogram);
            Thread.ofPlatform().name("load-" + i).start(() -> {
                try (var connection = new HttpConnection(host, port, headers)) {
                    for (int n = next.getAndIncrement();
                            n < most && System.nanoTime() < end;
                            n = next.getAndIncrement()) {
                        long sent = System.nanoTime();
                        int status = requests.send(connection, n);
                        histogram.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - sent));
                        if (status / 100 != 2) {
                            failed.incrementAndGet();
                        }
                    }
                } catch (IOException _) {
                    failed.incrementAndGet();
                } finally {
                    done.countDown();
                }
            });
        }
        done.await();
        var all = new Histogram(LONGEST_MICROS, DIGITS);
        histograms.forEach(all::add);
        return new Result(all.getTotalCount(), failed.get(), Duration.ofNanos(System.nanoTime() - start), all);
    }
}
