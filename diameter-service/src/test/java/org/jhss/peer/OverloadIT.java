// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.Ietf;
import org.jhss.diameter.message.Header;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.MessageWriter;
import org.jhss.diameter.message.ResultCode;
import org.jhss.peer.connection.ConnectionSettings;
import org.jhss.peer.harness.Engines;
import org.jhss.peer.harness.Messages;
import org.jhss.peer.harness.PeerFixture;
import org.jhss.peer.metrics.PeerMetrics.Drop;
import org.jhss.peer.overload.OverloadSettings;
import org.jhss.testkit.diameter.RawClient;
import org.junit.jupiter.api.Test;

/** An engine that is asked for more than the service behind it can do. */
class OverloadIT {

    private static final int REQUESTS = 6000;
    private static final Duration SLOW = Duration.ofMillis(1);

    private static ConnectionSettings settings(int most, Duration delay) {
        var s = Engines.connections();
        return new ConnectionSettings(
                s.requestTimeout(),
                s.capabilitiesTimeout(),
                s.messageTimeout(),
                s.idleTimeout(),
                s.watchdog(),
                s.watchdogInterval(),
                s.probeTimeout(),
                s.disconnectTimeout(),
                s.writeTimeout(),
                s.maxMessageSize(),
                s.maxAvpCount(),
                new OverloadSettings(most, 1 << 24, delay, true),
                20_000,
                s.writeBuffer(),
                s.checkRealm());
    }

    /** A fixture whose service takes a millisecond for each request. */
    private static PeerFixture slow() {
        var fixture = new PeerFixture(Engines.settings(settings(20_000, Duration.ofMillis(100))));
        fixture.hss().rememberNothing();
        fixture.hss().handle((request, answer, outbox) -> {
            LockSupport.parkNanos(SLOW.toNanos());
            outbox.add(request.envelope().replyTo(), request.envelope().answer(), answer);
        });
        return fixture;
    }

    private static byte[] air(String host, int id, Consumer<MessageWriter> more) {
        return Messages.air(Header.REQUEST | Header.PROXIABLE, host, id, id, more);
    }

    private static void supportReports(MessageWriter writer) {
        writer.begin(Ietf.OC_SUPPORTED_FEATURES).add(Ietf.OC_FEATURE_VECTOR, 1L).end();
    }

    /** What one peer's requests came to. */
    private static final class Tally {
        private final boolean[] seen = new boolean[REQUESTS];
        private int answered;
        private int refused;
        private int other;
        private int twice;
        private int withSupport;
        private int withReport;

        private void count(Message answer) {
            if (seen[answer.hopByHop()]) {
                twice++;
            }
            seen[answer.hopByHop()] = true;
            switch ((int) Messages.resultCode(answer)) {
                case 2001 -> answered++;
                case 3004 -> refused++;
                default -> other++;
            }
            withSupport += answer.has(Ietf.OC_SUPPORTED_FEATURES) ? 1 : 0;
            withReport += answer.has(Ietf.OC_OLR) ? 1 : 0;
        }
    }

    /** Sends all requests as fast as they go, in parts with a pause between them, and counts the answers. */
    private static Tally flood(RawClient client, String host, Consumer<MessageWriter> more, Duration pause) {
        var sender = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < REQUESTS; i++) {
                client.send(air(host, i, more));
                if (i % 100 == 99) {
                    LockSupport.parkNanos(pause.toNanos());
                }
            }
        });
        var tally = new Tally();
        for (int i = 0; i < REQUESTS; i++) {
            tally.count(client.receiveAnswer());
        }
        assertThat(sender.isAlive() && !joined(sender)).isFalse();
        return tally;
    }

    private static boolean joined(Thread thread) {
        try {
            return thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void everyRequestIsAnsweredOrRefusedOnceAndTheWatchdogStaysPrompt() {
        try (var fixture = slow();
                var client = fixture.open("mme1.example.org");
                var other = fixture.open("mme2.example.org")) {
            var busy = CompletableFuture.supplyAsync(
                    () -> flood(client, "mme1.example.org", w -> {}, Duration.ofMillis(20)));
            await().until(() -> fixture.engine().metrics().refusedCount(ResultCode.TOO_BUSY) > 500);
            assertThat(other.exchange(Messages.dwr("mme2.example.org", 7)).commandCode())
                    .isEqualTo(Base.DWR.code());
            assertThat(busy).succeedsWithin(Duration.ofSeconds(60)).satisfies(tally -> {
                assertThat(tally.twice).isZero();
                assertThat(tally.other).isZero();
                assertThat(tally.refused).isGreaterThan(REQUESTS / 10);
                assertThat(tally.answered).isEqualTo(REQUESTS - tally.refused);
                assertThat(tally.withSupport).isZero();
                assertThat(tally.withReport).isZero();
            });
            assertThat(fixture.engine().outstanding()).isZero();
            assertThat(fixture.dropped(Drop.ANSWER_WITHOUT_REQUEST)).isZero();
        }
    }

    @Test
    void reportsAreForPeersThatSupportThem() {
        try (var fixture = slow();
                var client = fixture.open("mme1.example.org")) {
            var tally = flood(client, "mme1.example.org", OverloadIT::supportReports, Duration.ofMillis(30));
            assertThat(tally.other + tally.twice).isZero();
            assertThat(tally.withSupport).isEqualTo(REQUESTS);
            assertThat(tally.withReport).isPositive();
            var answer = client.exchange(air("mme1.example.org", 1, OverloadIT::supportReports));
            assertThat(Messages.resultCode(answer)).isEqualTo(2001);
            assertThat(answer.has(Ietf.OC_SUPPORTED_FEATURES)).isTrue();
        }
    }

    @Test
    void highestPriorityGoesThroughWhileTheDefaultIsRefused() throws IOException {
        try (var fixture = slow();
                var client = fixture.open("mme1.example.org");
                var urgent = fixture.open("mme2.example.org")) {
            var stop = new AtomicBoolean();
            var flood = Thread.ofVirtual().start(() -> keepSending(client, stop));
            var drain = Thread.ofVirtual().start(() -> keepReading(client));
            await().until(() -> fixture.engine().metrics().refusedCount(ResultCode.TOO_BUSY) > 1000);
            for (int i = 0; i < 50; i++) {
                var answer = urgent.exchange(air("mme2.example.org", i, w -> w.add(Ietf.DRMP, 0)));
                assertThat(Messages.resultCode(answer)).isEqualTo(2001);
            }
            // Now and then a batch is answered and leaves room for all.
            await().until(() ->
                    Messages.resultCode(urgent.exchange(air("mme2.example.org", 99, w -> w.add(Ietf.DRMP, 15))))
                            == 3004);
            stop.set(true);
            assertThat(joined(flood)).isTrue();
            client.socket().close();
            assertThat(joined(drain)).isTrue();
        }
    }

    private static void keepSending(RawClient client, AtomicBoolean stop) {
        for (int i = 0; !stop.get(); i++) {
            client.send(air("mme1.example.org", i, w -> {}));
            if (i % 100 == 99) {
                LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            }
        }
    }

    private static void keepReading(RawClient client) {
        try {
            while (true) {
                var _ = client.receive();
            }
        } catch (UncheckedIOException _) {
            // The test has closed the connection.
            Thread.currentThread().interrupt();
        }
    }
}
