// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashSet;
import java.util.concurrent.CompletableFuture;
import org.jhss.diameter.message.Header;
import org.jhss.peer.harness.Messages;
import org.jhss.peer.harness.PeerFixture;
import org.junit.jupiter.api.Test;

/** Requests that are sent again with the T bit (RFC 6733 3). */
class DuplicateRequestsIT {

    private static final String HOST = "mme01.example.org";
    private static final int AGAIN = Header.REQUEST | Header.PROXIABLE | Header.RETRANSMITTED;

    @Test
    void requestSentAgainWhileItIsPendingIsWorkedOnOnceAndBothAreAnswered() {
        try (var fixture = new PeerFixture();
                var client = fixture.open(HOST)) {
            var release = new CompletableFuture<Void>();
            fixture.hss().handle((request, answer, outbox) -> {
                release.join();
                outbox.add(request.envelope().replyTo(), request.envelope().answer(), answer);
            });
            client.send(Messages.air(HOST, 1, 99));
            await().until(() -> fixture.engine().outstanding() == 1);
            client.send(Messages.air(AGAIN, HOST, 2, 99, w -> {}));
            await().until(() -> fixture.engine().outstanding() == 2);
            release.complete(null);
            var hops = new HashSet<Integer>();
            for (int i = 0; i < 2; i++) {
                var answer = client.receive();
                assertThat(Messages.resultCode(answer)).isEqualTo(2001);
                assertThat(answer.endToEnd()).isEqualTo(99);
                hops.add(answer.hopByHop());
            }
            assertThat(hops).containsExactlyInAnyOrder(1, 2);
            assertThat(fixture.hss().handled()).isEqualTo(1);
            assertThat(fixture.engine().outstanding()).isZero();
        }
    }

    @Test
    void requestSentAgainAfterItsAnswerIsAnsweredWithoutWorkEvenByAnotherConnection() {
        try (var fixture = new PeerFixture()) {
            try (var client = fixture.open("dra1.example.org")) {
                assertThat(Messages.resultCode(client.exchange(Messages.air(HOST, 1, 99))))
                        .isEqualTo(2001);
            }
            try (var client = fixture.open("dra2.example.org")) {
                var answer = client.exchange(Messages.air(AGAIN, HOST, 5, 99, w -> {}));
                assertThat(Messages.resultCode(answer)).isEqualTo(2001);
                assertThat(answer.hopByHop()).isEqualTo(5);
            }
            assertThat(fixture.hss().handled()).isEqualTo(1);
        }
    }

    /** The peer's first connection is found dead and gives way; what was asked there is asked again on the second. */
    @Test
    void requestSentAgainIsWorkedOnWhenTheConnectionOfTheFirstIsGone() {
        try (var fixture = new PeerFixture();
                var dead = fixture.open(HOST);
                var second = fixture.connect()) {
            fixture.hss().handle((request, answer, outbox) -> {
                if (fixture.hss().handled() > 1) {
                    outbox.add(request.envelope().replyTo(), request.envelope().answer(), answer);
                }
            });
            dead.send(Messages.air(HOST, 1, 99));
            await().until(() -> fixture.hss().handled() == 1);
            assertThat(Messages.resultCode(second.exchange(Messages.cer(HOST)))).isEqualTo(2001);
            var answer = second.exchange(Messages.air(AGAIN, HOST, 2, 99, w -> {}));
            assertThat(Messages.resultCode(answer)).isEqualTo(2001);
            assertThat(answer.hopByHop()).isEqualTo(2);
            await().until(() -> fixture.engine().outstanding() == 0);
        }
    }

    @Test
    void requestNeverSeenBeforeIsWorkedOnWhateverItsBit() {
        try (var fixture = new PeerFixture();
                var client = fixture.open(HOST)) {
            assertThat(Messages.resultCode(client.exchange(Messages.air(AGAIN, HOST, 5, 100, w -> {}))))
                    .isEqualTo(2001);
            assertThat(fixture.hss().handled()).isEqualTo(1);
        }
    }

    @Test
    void sameIdentifiersInAnotherSessionAreAnotherRequest() {
        try (var fixture = new PeerFixture();
                var client = fixture.open(HOST)) {
            client.exchange(Messages.air(HOST, 1, 99));
            var other = Messages.message(AGAIN, 318, 16_777_251, 2, 99, w -> {
                w.add(org.jhss.diameter.dictionary.Base.SESSION_ID, "another;session");
                Messages.origin(w, HOST);
            });
            assertThat(client.exchange(other).text(org.jhss.diameter.dictionary.Base.SESSION_ID))
                    .isEqualTo("another;session");
            assertThat(fixture.hss().handled()).isEqualTo(2);
        }
    }
}
