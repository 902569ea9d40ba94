// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.EOFException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.message.Message;
import org.jhss.peer.base.DisconnectCause;
import org.jhss.peer.harness.Messages;
import org.jhss.peer.harness.PeerFixture;
import org.jhss.testkit.diameter.RawClient;
import org.junit.jupiter.api.Test;

/** A stop under load: DPR comes after the answers, and every request is answered or refused once. */
class DrainIT {

    private static final String HOST = "mme1.example.org";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void everyRequestIsAnsweredOrRefusedOnceWhenTheEngineStopsUnderLoad() throws InterruptedException {
        try (var fixture = new PeerFixture();
                var client = fixture.open(HOST)) {
            fixture.hss().rememberNothing();
            fixture.hss().handle((request, answer, outbox) -> {
                LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
                outbox.add(request.envelope().replyTo(), request.envelope().answer(), answer);
            });
            var stop = new AtomicBoolean();
            var sent = new AtomicInteger();
            var sender = Thread.ofVirtual().start(() -> {
                while (!stop.get()) {
                    int id = sent.incrementAndGet();
                    client.send(Messages.air(HOST, id, id));
                    LockSupport.parkNanos(Duration.ofMillis(1).toNanos() / 2);
                }
            });
            await().until(() ->
                    fixture.hss().handled() > 100 && fixture.engine().outstanding() > 0);
            var stopped = Thread.ofVirtual().start(fixture.engine()::close);
            var codes = new HashMap<Integer, Long>();
            var dpr = read(client, codes);
            assertThat(dpr.commandCode()).isEqualTo(Base.DPR.code());
            assertThat(dpr.enumerated(Base.DISCONNECT_CAUSE, -1)).isEqualTo(DisconnectCause.REBOOTING.value());
            stop.set(true);
            assertThat(sender.join(PATIENCE)).isTrue();
            client.send(Messages.success(dpr, HOST));
            readToTheEnd(client, codes);
            assertThat(codes).hasSize(sent.get());
            assertThat(codes.values()).containsOnly(2001L, 3004L);
            assertThat(stopped.join(PATIENCE)).isTrue();
            assertThat(fixture.engine().outstanding()).isZero();
        }
    }

    /** Counts answers until a request comes. */
    private static Message read(RawClient client, Map<Integer, Long> codes) {
        while (true) {
            var message = client.receive();
            if (message.isRequest()) {
                return message;
            }
            assertThat(codes.put(message.hopByHop(), Messages.resultCode(message)))
                    .as("first answer to " + message.hopByHop())
                    .isNull();
        }
    }

    private static void readToTheEnd(RawClient client, Map<Integer, Long> codes) {
        try {
            assertThat(read(client, codes).isRequest()).as("another request").isFalse();
        } catch (UncheckedIOException e) {
            assertThat(e).hasCauseInstanceOf(EOFException.class);
        }
    }
}
