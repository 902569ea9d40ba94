// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jdiameter.api.Avp;
import org.jhss.identity.Imei;
import org.jhss.identity.Imsi;
import org.jhss.identity.Plmn;
import org.jhss.sim.stack.AvpName;
import org.jhss.sim.stack.Command;
import org.jhss.sim.stack.HssEndpoint;
import org.jhss.sim.stack.LinkSettings;
import org.jhss.sim.stack.Outcome;
import org.jhss.sim.stack.PeerException;
import org.jhss.sim.stack.PeerIdentity;
import org.jhss.sim.stack.WireFrame;
import org.junit.jupiter.api.Test;

class SimulatedMmeTest {

    private static final long TGPP = 10415;
    private static final Imsi IMSI = new Imsi("001010000000101");
    private static final Plmn PLMN = new Plmn("001", "01");
    private static final byte[] RAND = new byte[16];

    @Test
    void readsTheVectorsOfAnAnswer() throws Exception {
        try (var hss = new ToyHss((request, answer) -> {
                    answer.addAvp(Avp.RESULT_CODE, 2001L, true, false, true);
                    var info = answer.addGroupedAvp(1413, TGPP, true, false);
                    for (int item = 1; item <= 2; item++) {
                        var vector = info.addGroupedAvp(1414, TGPP, true, false);
                        vector.addAvp(1419, item, TGPP, true, false, true);
                        vector.addAvp(1447, RAND, TGPP, true, false);
                        vector.addAvp(1448, new byte[8], TGPP, true, false);
                        vector.addAvp(1449, new byte[16], TGPP, true, false);
                        vector.addAvp(1450, new byte[32], TGPP, true, false);
                    }
                });
                var mme = SimulatedMme.connect(hss.settings("mme1"))) {
            var answer =
                    mme.authenticate(AuthenticationRequest.eutran(IMSI, PLMN, 2).resynchronizing(RAND, new byte[14]));

            assertThat(answer.outcome()).isEqualTo(Outcome.SUCCESS);
            assertThat(answer.vectors())
                    .extracting(vector -> vector.itemNumber().getAsLong())
                    .containsExactly(1L, 2L);
            assertThat(answer.vectors().getFirst().kasme())
                    .hasValueSatisfying(kasme -> assertThat(kasme).hasSize(32));
            var request = hss.received.getLast().getAvps();
            assertThat(request.getAvpByIndex(0).getCode()).isEqualTo(Avp.SESSION_ID);
            assertThat(request.getAvp(1).getUTF8String()).isEqualTo(IMSI.value());
            assertThat(request.getAvp(1407, TGPP).getOctetString()).isEqualTo(PLMN.encode());
            var wanted = request.getAvp(1408, TGPP).getGrouped();
            assertThat(wanted.getAvp(1410, TGPP).getUnsigned32()).isEqualTo(2);
            assertThat(wanted.getAvp(1411, TGPP).getOctetString()).hasSize(30);
        }
    }

    @Test
    void tellsAnExperimentalResultFromABaseOne() throws Exception {
        try (var hss = new ToyHss((request, answer) -> {
                    var group = answer.addGroupedAvp(Avp.EXPERIMENTAL_RESULT, true, false);
                    group.addAvp(Avp.VENDOR_ID, TGPP, true, false, true);
                    group.addAvp(Avp.EXPERIMENTAL_RESULT_CODE, 5001L, true, false, true);
                });
                var mme = SimulatedMme.connect(hss.settings("mme1"))) {
            var answer = mme.updateLocation(LocationUpdate.attach(IMSI, PLMN));

            assertThat(answer.outcome()).isEqualTo(Outcome.experimental(5001));
            assertThat(answer.subscription()).isEmpty();
            assertThat(hss.received.getLast().getAvps().getAvp(1405, TGPP).getUnsigned32())
                    .as("S6a indicator and initial attach")
                    .isEqualTo(0x22);
        }
    }

    @Test
    void checksEquipmentOnItsOwnApplication() throws Exception {
        try (var hss = new ToyHss((request, answer) -> {
                    answer.addAvp(Avp.RESULT_CODE, 2001L, true, false, true);
                    answer.addAvp(1445, 1, TGPP, true, false);
                });
                var mme = SimulatedMme.connect(hss.settings("mme1"))) {
            var answer = mme.checkEquipment(new Imei("35349006987331", "05"), Optional.of(IMSI));

            assertThat(answer.status()).contains(EquipmentStatus.BLACKLISTED);
            assertThat(hss.received.getLast().getApplicationId()).isEqualTo(16777252);
        }
    }

    @Test
    void anSgsnClearsTheS6aIndicator() throws Exception {
        try (var hss = new ToyHss((request, answer) -> answer.addAvp(Avp.RESULT_CODE, 2001L, true, false, true));
                var sgsn = SimulatedSgsn.connect(hss.settings("sgsn1"))) {
            sgsn.updateLocation(LocationUpdate.attach(IMSI, PLMN).over(LocationUpdate.UTRAN));

            assertThat(hss.received.getLast().getAvps().getAvp(1405, TGPP).getUnsigned32())
                    .isEqualTo(UlrFlag.INITIAL_ATTACH.bit());
        }
    }

    @Test
    void keepsAndAnswersWhatTheHssAsks() throws Exception {
        try (var hss = new ToyHss((request, answer) -> {});
                var mme = SimulatedMme.connect(hss.settings("mme1"))) {
            hss.ask(317, avps -> {
                avps.addAvp(1, IMSI.value(), true, false, false);
                avps.addAvp(1420, 0, TGPP, true, false);
            });

            var cancel = mme.inbox().await(Command.CANCEL_LOCATION, Duration.ofSeconds(5));
            assertThat(cancel).hasValueSatisfying(request -> {
                assertThat(request.imsi()).contains(IMSI);
                assertThat(request.avps().number(AvpName.CANCELLATION_TYPE)).hasValue(0);
            });
            var answer = hss.answers.poll(5, TimeUnit.SECONDS);
            assertThat(answer).isNotNull();
            assertThat(answer.getCommandCode()).isEqualTo(317);
            assertThat(answer.getHopByHopIdentifier()).isEqualTo(4711);
            assertThat(answer.getEndToEndIdentifier()).isEqualTo(815);
            assertThat(answer.getAvps().getAvp(Avp.RESULT_CODE).getUnsigned32()).isEqualTo(2001);
            assertThat(answer.getAvps().getAvp(Avp.ORIGIN_HOST).getDiameterIdentity())
                    .startsWith("mme1.");
            assertThat(answer.getAvps().getAvpByIndex(0).getCode()).isEqualTo(Avp.SESSION_ID);
        }
    }

    @Test
    void tellsWhereASubscriberIsWhenAsked() throws Exception {
        try (var hss = new ToyHss((request, answer) -> {});
                var mme = SimulatedMme.connect(hss.settings("mme1"))) {
            hss.ask(319, avps -> {
                avps.addAvp(1, IMSI.value(), true, false, false);
                avps.addAvp(1490, 8, TGPP, true, false);
            });

            var answer = hss.answers.poll(5, TimeUnit.SECONDS);
            assertThat(mme.inbox().requests()).hasSize(1);
            assertThat(answer).isNotNull();
            assertThat(answer.getAvps()
                            .getAvp(1496, TGPP)
                            .getGrouped()
                            .getAvp(1600, TGPP)
                            .getGrouped()
                            .getAvp(1603, TGPP)
                            .getOctetString())
                    .hasSize(5);
        }
    }

    @Test
    void severalPeersLiveInOneProcess() throws Exception {
        try (var hss = new ToyHss((request, answer) -> answer.addAvp(Avp.RESULT_CODE, 2001L, true, false, true));
                var second = SimulatedMme.connect(hss.settings("mme2"))) {
            try (var first = SimulatedMme.connect(hss.settings("mme1"))) {
                assertThat(first.purge(IMSI).outcome()).isEqualTo(Outcome.SUCCESS);
                assertThat(second.purge(IMSI).outcome()).isEqualTo(Outcome.SUCCESS);
            }
            assertThat(second.purge(IMSI).outcome()).isEqualTo(Outcome.SUCCESS);
        }
    }

    @Test
    void showsTheBytesOfBothDirections() throws Exception {
        List<WireFrame> wire = Collections.synchronizedList(new ArrayList<>());
        try (var hss = new ToyHss((request, answer) -> answer.addAvp(Avp.RESULT_CODE, 2001L, true, false, true));
                var mme = SimulatedMme.connect(hss.settings("mme1"), wire::add)) {
            var answer = mme.purge(IMSI);

            assertThat(wire).extracting(WireFrame::commandCode).startsWith(257, 257, 321, 321);
            assertThat(wire).extracting(WireFrame::sent).startsWith(true, false, true, false);
            assertThat(answer.sent()).isSameAs(wire.get(2));
            assertThat(answer.received()).isSameAs(wire.get(3));
        }
    }

    @Test
    void saysGoodbye() throws Exception {
        try (var hss = new ToyHss((request, answer) -> {})) {
            SimulatedMme.connect(hss.settings("mme1")).close();

            assertThat(hss.received.getLast().getCommandCode()).isEqualTo(282);
        }
    }

    @Test
    void reportsThatNobodyListens() throws Exception {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var settings = LinkSettings.of(
                PeerIdentity.of("mme1.example.org", "example.org"), HssEndpoint.of("127.0.0.1", port, "example.org"));

        assertThatThrownBy(() -> SimulatedMme.connect(settings))
                .isInstanceOfSatisfying(
                        PeerException.class, e -> assertThat(e.reason()).isEqualTo(PeerException.Reason.UNREACHABLE))
                .hasMessageContaining("127.0.0.1 port " + port);
    }

    @Test
    void reportsARefusal() throws Exception {
        try (var hss = new ToyHss((request, answer) -> {})) {
            hss.capabilitiesResult = 3010;

            assertThatThrownBy(() -> SimulatedMme.connect(hss.settings("mme1")))
                    .isInstanceOfSatisfying(
                            PeerException.class, e -> assertThat(e.reason()).isEqualTo(PeerException.Reason.REFUSED))
                    .hasMessageContaining("3010");
        }
    }

    @Test
    void reportsASilentPeer() throws Exception {
        try (var hss = new ToyHss((request, answer) -> {})) {
            hss.silent = true;

            assertThatThrownBy(
                            () -> SimulatedMme.connect(hss.settings("mme1").withConnectTimeout(Duration.ofMillis(600))))
                    .isInstanceOfSatisfying(
                            PeerException.class,
                            e -> assertThat(e.reason()).isEqualTo(PeerException.Reason.NO_CAPABILITIES_ANSWER));
        }
    }

    @Test
    void reportsAMissingAnswer() throws Exception {
        try (var hss = new ToyHss((request, answer) -> {});
                var mme = SimulatedMme.connect(hss.settings("mme1").withRequestTimeout(Duration.ofMillis(200)))) {
            hss.silent = true;

            assertThatThrownBy(() -> mme.purge(IMSI))
                    .isInstanceOfSatisfying(
                            PeerException.class, e -> assertThat(e.reason()).isEqualTo(PeerException.Reason.NO_ANSWER));
        }
    }
}
