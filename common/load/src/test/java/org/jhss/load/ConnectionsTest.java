// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jhss.diameter.message.Message;
import org.jhss.load.plan.LoadPlan;
import org.jhss.load.plan.RequestEnd;
import org.jhss.load.plan.RequestObserver;
import org.junit.jupiter.api.Test;

class ConnectionsTest {

    private static final int REQUESTS = 40;
    private static final int LAST_OF_FIRST = 10;

    @Test
    void countsWhatAConnectionsEndTakesAndConnectsAgain() throws IOException {
        var seen = new AtomicInteger();
        RequestObserver observer = end -> seen.addAndGet(end.fate() == RequestEnd.Fate.ENDED ? 1 : 0);
        try (var hss = new FakeHss(ConnectionsTest::closeOnce)) {
            var report = LoadRun.start(LoadPlan.to(hss.address())
                            .window(4)
                            .count(REQUESTS)
                            .key(FakeHss.KEY)
                            .observer(observer)
                            .build())
                    .await();

            assertThat(report.ended()).isPositive().isEqualTo(seen.get());
            assertThat(report.lost()).isZero();
            assertThat(report.requests().sent()).isEqualTo(REQUESTS);
            assertThat(report.requests().answered() + report.ended()).isEqualTo(REQUESTS);
            assertThat(report.links().connects()).isEqualTo(2);
            assertThat(report.links().disconnects()).isEqualTo(1);
            assertThat(report.isClean()).as(report.toText()).isTrue();
        }
    }

    @Test
    void sendsAgainWhatWasOutstanding() throws IOException {
        try (var hss = new FakeHss(ConnectionsTest::closeOnce)) {
            var report = LoadRun.start(LoadPlan.to(hss.address())
                            .window(4)
                            .count(REQUESTS)
                            .retransmit(true)
                            .key(FakeHss.KEY)
                            .build())
                    .await();

            assertThat(report.requests().succeeded()).as(report.toText()).isEqualTo(REQUESTS);
            assertThat(report.ended()).isZero();
            assertThat(report.generator().retransmitted()).isPositive().isEqualTo(hss.retransmissions.get());
        }
    }

    @Test
    void endsWhenTheConnectionEndsAndNoneIsToBeMade() throws IOException {
        try (var hss = new FakeHss(ConnectionsTest::closeOnce)) {
            var report = LoadRun.start(LoadPlan.to(hss.address())
                            .window(4)
                            .duration(Duration.ofMinutes(5))
                            .noReconnect()
                            .build())
                    .await();

            assertThat(report.ended()).isPositive();
            assertThat(report.links().connects()).isEqualTo(1);
        }
    }

    @Test
    void goesToTheNextTarget() throws IOException {
        try (var first = new FakeHss(ConnectionsTest::closeOnce);
                var second = new FakeHss((connection, request, number) -> connection.success(request))) {
            var report = LoadRun.start(LoadPlan.to(first.address(), second.address())
                            .window(4)
                            .count(REQUESTS)
                            .build())
                    .await();

            assertThat(report.links().connects()).isEqualTo(2);
            assertThat(second.origins).hasSize(1);
            assertThat(report.requests().answered() + report.ended()).isEqualTo(REQUESTS);
        }
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        InetSocketAddress nobody;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort());
        }

        var report = LoadRun.start(LoadPlan.to(nobody)
                        .connectTimeout(Duration.ofMillis(300))
                        .build())
                .await();

        assertThat(report.problem())
                .hasValueSatisfying(problem -> assertThat(problem).contains("no connection"));
        assertThat(report.isClean()).isFalse();
        assertThat(report.links().failedConnects()).isPositive();
    }

    @Test
    void answersWhatTheHssAsks() throws IOException {
        try (var hss = new FakeHss((connection, request, number) -> {
            if (number == LAST_OF_FIRST) {
                connection.cancelLocation();
                connection.watchdog();
            }
            connection.success(request);
        })) {
            var report = LoadRun.start(
                            LoadPlan.to(hss.address()).count(REQUESTS).build())
                    .await();

            assertThat(report.links().requestsReceived()).containsOnly(Map.entry("CLR", 1L));
            assertThat(hss.answersReceived.get()).isEqualTo(2);
            assertThat(report.isClean()).as(report.toText()).isTrue();
        }
    }

    @Test
    void measuresItsOwnWatchdogs() throws IOException {
        try (var hss = new FakeHss((connection, request, number) -> connection.success(request))) {
            var report = LoadRun.start(LoadPlan.to(hss.address())
                            .watchdog(Duration.ofMillis(100))
                            .duration(Duration.ofMillis(800))
                            .build())
                    .await();

            assertThat(report.links().watchdog().count()).isPositive();
            assertThat(report.links().watchdogsLost()).isZero();
        }
    }

    private static void closeOnce(FakeHss.Connection connection, Message request, int number) throws IOException {
        if (number == LAST_OF_FIRST) {
            connection.close();
        } else {
            connection.success(request);
        }
    }
}
