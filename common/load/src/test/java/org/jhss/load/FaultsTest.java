// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jhss.aka.MilenageKey;
import org.jhss.diameter.message.Header;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.ResultCode;
import org.jhss.identity.Plmn;
import org.jhss.load.plan.LoadPlan;
import org.jhss.load.plan.LoadPlanBuilder;
import org.jhss.load.report.LoadReport;
import org.junit.jupiter.api.Test;

/** Every check can fail: the HSS of each test does one thing wrong, to its fifth request. */
class FaultsTest {

    private static final int REQUESTS = 20;
    private static final int BAD = 5;

    @Test
    void findsAWrongResponse() throws IOException {
        var report = run((connection, request, number) ->
                connection.success(request, 32L * number, xres -> xres[0] ^= (byte) (number == BAD ? 1 : 0)));

        assertThat(report.faults().wrongVectors()).containsOnlyKeys("XRES");
        assertThat(report.faults().wrongVectorCount()).isEqualTo(1);
        assertOnlyFault(report);
    }

    @Test
    void findsARepeatedSequenceNumber() throws IOException {
        var report = run((connection, request, number) ->
                connection.success(request, number == BAD ? 32 : 32L * number, octets -> {}));

        assertThat(report.faults().repeatedSqns()).isEqualTo(1);
        assertOnlyFault(report);
    }

    @Test
    void findsAVectorForAnotherKey() throws IOException {
        var report = run(
                (connection, request, number) -> connection.success(request),
                plan -> plan.key(MilenageKey.ofOpc(new byte[16], new byte[16])));

        assertThat(report.faults().wrongVectors()).containsEntry("MAC", (long) REQUESTS);
    }

    @Test
    void findsAKasmeForAnotherNetwork() throws IOException {
        var report = run(
                (connection, request, number) -> connection.success(request),
                plan -> plan.visited(new Plmn("001", "02")));

        assertThat(report.faults().wrongVectors()).containsEntry("KASME", (long) REQUESTS);
    }

    @Test
    void countsAMissingAnswerAsLost() throws IOException {
        var report = run((connection, request, number) -> {
            if (number != BAD) {
                connection.success(request);
            }
        });

        assertThat(report.lost()).isEqualTo(1);
        assertThat(report.requests().answered()).isEqualTo(REQUESTS - 1);
        assertThat(report.ended()).isZero();
        assertThat(report.isClean()).isFalse();
    }

    @Test
    void countsALateAnswerAsLostAndLate() throws IOException {
        var report = run(
                (connection, request, number) -> {
                    if (number == BAD) {
                        answerLater(connection, request);
                    } else {
                        connection.success(request);
                    }
                },
                plan -> plan.count(Long.MAX_VALUE).duration(Duration.ofMillis(1500)));

        assertThat(report.lost()).isEqualTo(1);
        assertThat(report.faults().lateAnswers()).isEqualTo(1);
        assertOnlyFault(report);
    }

    private static void answerLater(FakeHss.Connection connection, Message request) {
        Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(800);
                connection.write(FakeHss.error(request, ResultCode.UNABLE_TO_DELIVER));
            } catch (InterruptedException | IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void countsAnAnswerAfterTheDeadlineAsLate() throws IOException {
        var report = run(
                (connection, request, number) -> {
                    if (number == BAD) {
                        pause(60);
                    }
                    connection.success(request);
                },
                plan -> plan.deadline(Duration.ofMillis(50)));

        assertThat(report.faults().lateAnswers()).isPositive();
        assertThat(report.requests().answered()).isEqualTo(REQUESTS);
        assertThat(report.isClean()).isFalse();
    }

    @Test
    void countsASecondAnswer() throws IOException {
        var report = run((connection, request, number) -> {
            connection.success(request);
            if (number == BAD) {
                connection.again(octets -> {});
            }
        });

        assertThat(report.faults().duplicateAnswers()).isEqualTo(1);
        assertOnlyFault(report);
    }

    @Test
    void countsAnAnswerToNothing() throws IOException {
        var report = run((connection, request, number) -> {
            connection.success(request);
            if (number == BAD) {
                connection.again(octets -> Header.setHopByHop(octets, 0, Header.hopByHop(octets, 0) + 100_000));
            }
        });

        assertThat(report.faults().unsolicited()).isEqualTo(1);
        assertOnlyFault(report);
    }

    @Test
    void refusesAnAnswerWithAnotherEndToEndIdentifier() throws IOException {
        assertMismatchFound(octets -> {
            octets[16] ^= 1;
            return octets;
        });
    }

    @Test
    void refusesAnAnswerWithAnotherSession() throws IOException {
        assertMismatchFound(octets -> {
            // The last octet of the Session-Id's value lies within its 60 octets.
            octets[Header.LENGTH + 8] ^= 1;
            return octets;
        });
    }

    @Test
    void refusesAnAnswerOfAnotherCommand() throws IOException {
        assertMismatchFound(octets -> {
            octets[7] ^= 1;
            return octets;
        });
    }

    private static void assertMismatchFound(UnaryOperator<byte[]> change) throws IOException {
        var report = run((connection, request, number) -> {
            if (number == BAD) {
                connection.write(change.apply(FakeHss.error(request, ResultCode.SUCCESS)));
            } else {
                connection.success(request);
            }
        });

        assertThat(report.faults().mismatched()).isEqualTo(1);
        assertThat(report.lost()).isEqualTo(1);
        assertOnlyFault(report);
    }

    @Test
    void missesVectorsSubscriptionAndStatus() throws IOException {
        for (var command : new String[] {"AIR", "ULR", "ECR"}) {
            var report = run(
                    (connection, request, number) -> {
                        if (number == BAD) {
                            connection.empty(request);
                        } else {
                            connection.success(request);
                        }
                    },
                    plan -> plan.send(command, 1));

            assertThat(report.faults().incompleteAnswers()).as(command).isEqualTo(1);
            assertOnlyFault(report);
        }
    }

    @Test
    void countsWhatCannotBeRead() throws IOException {
        var report = run((connection, request, number) -> {
            if (number == BAD) {
                // An AVP longer than the message.
                var octets = FakeHss.error(request, ResultCode.SUCCESS);
                octets[Header.LENGTH + 5] = 1;
                connection.write(octets);
            }
            connection.success(request);
        });

        assertThat(report.faults().malformed()).isEqualTo(1);
        assertOnlyFault(report);
    }

    @Test
    void countsCodes() throws IOException {
        var report = run((connection, request, number) -> {
            switch (number) {
                case 1, 2, 3 -> connection.result(request, ResultCode.TOO_BUSY);
                case 4, 5 -> connection.experimental(request);
                default -> connection.success(request);
            }
        });

        assertThat(report.requests().refused()).isEqualTo(3);
        assertThat(report.requests().failed()).isEqualTo(2);
        assertThat(report.requests().succeeded()).isEqualTo(REQUESTS - 5);
        assertThat(report.commands().getFirst().codes())
                .extracting(code -> code.name() + " " + code.count())
                .containsExactly("SUCCESS 15", "TOO_BUSY 3", "USER_UNKNOWN 2");
        assertThat(report.isClean()).isTrue();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertOnlyFault(LoadReport report) {
        assertThat(report.faults().total()).as(report.toText()).isEqualTo(1);
        assertThat(report.isClean()).isFalse();
    }

    private static LoadReport run(FakeHss.Behaviour behaviour) throws IOException {
        return run(behaviour, UnaryOperator.identity());
    }

    private static LoadReport run(FakeHss.Behaviour behaviour, UnaryOperator<LoadPlanBuilder> settings)
            throws IOException {
        try (var hss = new FakeHss(behaviour)) {
            var plan = LoadPlan.to(hss.address())
                    .window(2)
                    .count(REQUESTS)
                    .key(FakeHss.KEY)
                    .requestTimeout(Duration.ofMillis(500));
            return LoadRun.start(settings.apply(plan).build()).await();
        }
    }
}
