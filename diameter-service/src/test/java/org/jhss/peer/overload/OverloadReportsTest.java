// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.overload;

import static org.assertj.core.api.Assertions.assertThat;

import org.jhss.diameter.dictionary.Ietf;
import org.jhss.diameter.message.Avp;
import org.jhss.diameter.message.AvpScanner;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.MessageWriter;
import org.jhss.peer.harness.Messages;
import org.junit.jupiter.api.Test;

class OverloadReportsTest {

    private static final long NOW = 1_800_000_000_000L;

    private final OverloadReports reports = new OverloadReports();

    private Message told() {
        byte[] avps = reports.avps();
        return parse(Messages.message(0, 318, 1, 1, 1, writer -> writer.raw(avps, 0, avps.length)));
    }

    private static Message parse(byte[] octets) {
        assertThat(Message.parse(octets)).isInstanceOf(Message.class);
        return (Message) Message.parse(octets);
    }

    private static Message request(java.util.function.Consumer<MessageWriter> more) {
        return parse(Messages.message(0x80, 318, 1, 1, 1, more));
    }

    @Test
    void withoutOverloadOnlySupportIsTold() {
        var answer = told();
        assertThat(answer.find(Ietf.OC_SUPPORTED_FEATURES).integer64(Ietf.OC_FEATURE_VECTOR, 0))
                .isEqualTo(1);
        assertThat(answer.has(Ietf.OC_OLR)).isFalse();
    }

    @Test
    void overloadIsToldAsAHostReportWithoutMandatoryBits() {
        reports.tell(40, NOW);
        var report = told().find(Ietf.OC_OLR);
        assertThat(report.integer64(Ietf.OC_SEQUENCE_NUMBER, 0)).isEqualTo(NOW);
        assertThat(report.integer32(Ietf.OC_REPORT_TYPE, -1)).isZero();
        assertThat(report.integer32(Ietf.OC_REDUCTION_PERCENTAGE, -1)).isEqualTo(40);
        assertThat(report.integer32(Ietf.OC_VALIDITY_DURATION, -1)).isEqualTo(OverloadReports.VALIDITY_SECONDS);
        for (Avp avp : told()) {
            assertThat(AvpScanner.flags(avp.buffer(), avp.offset())).isZero();
        }
    }

    @Test
    void sequenceNumberGrowsWithEachChangeEvenWithinAMillisecond() {
        reports.tell(40, NOW);
        reports.tell(50, NOW);
        assertThat(told().find(Ietf.OC_OLR).integer64(Ietf.OC_SEQUENCE_NUMBER, 0))
                .isEqualTo(NOW + 1);
    }

    @Test
    void sameReportIsRenewedBeforeItEnds() {
        reports.tell(40, NOW);
        reports.tell(40, NOW + 1000);
        assertThat(told().find(Ietf.OC_OLR).integer64(Ietf.OC_SEQUENCE_NUMBER, 0))
                .isEqualTo(NOW);
        reports.tell(40, NOW + 5000);
        assertThat(told().find(Ietf.OC_OLR).integer64(Ietf.OC_SEQUENCE_NUMBER, 0))
                .isEqualTo(NOW + 5000);
    }

    @Test
    void theEndIsToldWithNoValidityAndThenNothing() {
        reports.tell(40, NOW);
        reports.tell(0, NOW + 1000);
        var end = told().find(Ietf.OC_OLR);
        assertThat(end.integer64(Ietf.OC_SEQUENCE_NUMBER, 0)).isEqualTo(NOW + 1000);
        assertThat(end.integer32(Ietf.OC_VALIDITY_DURATION, -1)).isZero();
        assertThat(end.integer32(Ietf.OC_REDUCTION_PERCENTAGE, -1)).isZero();
        reports.tell(0, NOW + 9000);
        assertThat(told().has(Ietf.OC_OLR)).isTrue();
        reports.tell(0, NOW + 11_000);
        assertThat(told().has(Ietf.OC_OLR)).isFalse();
    }

    @Test
    void askedForByTheLossAlgorithmOrNone() {
        assertThat(OverloadReports.isAskedFor(request(w -> {}))).isFalse();
        assertThat(OverloadReports.isAskedFor(
                        request(w -> w.begin(Ietf.OC_SUPPORTED_FEATURES).end())))
                .isTrue();
        assertThat(OverloadReports.isAskedFor(request(w -> w.begin(Ietf.OC_SUPPORTED_FEATURES)
                        .add(Ietf.OC_FEATURE_VECTOR, 3L)
                        .end())))
                .isTrue();
        assertThat(OverloadReports.isAskedFor(request(w -> w.begin(Ietf.OC_SUPPORTED_FEATURES)
                        .add(Ietf.OC_FEATURE_VECTOR, 2L)
                        .end())))
                .isFalse();
    }

    @Test
    void supportThatCannotBeReadIsNone() {
        assertThat(OverloadReports.isAskedFor(
                        request(w -> w.add(Ietf.OC_SUPPORTED_FEATURES, new byte[] {0, 0, 2, 0x6E, 0, 0, 0, 9, 1}))))
                .isFalse();
        assertThat(OverloadReports.isAskedFor(request(w -> w.add(Ietf.OC_SUPPORTED_FEATURES, new byte[] {1, 2, 3}))))
                .isFalse();
    }

    @Test
    void priorityIsThatOfDrmpOrTen() {
        assertThat(MessagePriority.of(request(w -> w.add(Ietf.DRMP, 0)))).isZero();
        assertThat(MessagePriority.of(request(w -> w.add(Ietf.DRMP, 15)))).isEqualTo(15);
        assertThat(MessagePriority.of(request(w -> {}))).isEqualTo(10);
        assertThat(MessagePriority.of(request(w -> w.add(Ietf.DRMP, 16)))).isEqualTo(10);
        assertThat(MessagePriority.of(request(w -> w.add(Ietf.DRMP, -1)))).isEqualTo(10);
        byte[] short1 = {0, 0, 1, 0x2D, 0, 0, 0, 9, 1, 0, 0, 0};
        assertThat(MessagePriority.of(request(w -> w.raw(short1, 0, short1.length))))
                .isEqualTo(10);
    }
}
