// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.demo;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jhss.cli.sim.VectorCheck;
import org.jhss.identity.Plmn;
import org.jhss.platform.config.JhssConfig;
import org.jhss.platform.config.RoamingConfig;
import org.jhss.sim.AuthenticationRequest;
import org.jhss.sim.AuthenticationVector;
import org.jhss.sim.EquipmentStatus;
import org.jhss.sim.LocationUpdate;
import org.jhss.sim.SimulatedMme;
import org.jhss.sim.SubscriptionAnswer;
import org.jhss.sim.stack.AvpName;
import org.jhss.sim.stack.Avps;
import org.jhss.sim.stack.Command;
import org.jhss.sim.stack.Outcome;
import org.jhss.sim.stack.PeerException;

/** The life of one subscriber at two MMEs, step by step. */
final class Scenario {

    private static final Duration CANCEL_WAIT = Duration.ofSeconds(10);
    private static final Outcome USER_UNKNOWN = Outcome.experimental(5001);
    private static final Outcome ROAMING_NOT_ALLOWED = Outcome.experimental(5004);
    /** Well above what the HSS has issued, well below the jump that a USIM refuses (TS 33.102 C.2.1). */
    private static final long AHEAD = 1L << 20;

    private static final long SQN_MAX = (1L << 48) - 1;
    /** NOR-Flags "S6a/S6d-Indicator" (TS 29.272 table 7.3.49/1). */
    private static final long NOR_FROM_MME = 1L << 8;

    private static final long MME_UPDATE_PROCEDURE = 0;

    private final JhssConfig config;
    private final Verdict verdict;
    private final SimulatedMme first;
    private final SimulatedMme second;
    private final Plmn plmn;
    private final int indBits;
    private final DemoSubscriber subscriber = DemoSubscriber.FIRST;

    Scenario(JhssConfig config, Verdict verdict, SimulatedMme first, SimulatedMme second) {
        this.config = config;
        this.verdict = verdict;
        this.first = first;
        this.second = second;
        this.plmn = config.hss().identity().plmn();
        this.indBits = config.hss().sqn().indBits();
    }

    void run() throws PeerException {
        long sqn = authenticate();
        resynchronise(sqn);
        register();
        checkEquipment();
        reportGateway();
        move();
        purge();
        unknownSubscriber();
    }

    private long authenticate() throws PeerException {
        verdict.section("Authentication: MME 1 asks for vectors of " + subscriber.imsi() + " (AIR)");
        var usim = subscriber.usim(indBits, 0);
        var one = first.authenticate(AuthenticationRequest.eutran(subscriber.imsi(), plmn, 1));
        if (!verdict.check(
                "AIR for 1 vector succeeds",
                one.outcome().isSuccess(),
                one.outcome().toString())) {
            return 0;
        }
        verdict.check("1 vector", one.vectors().size() == 1, "");
        for (var vector : one.vectors()) {
            var result = VectorCheck.of(usim, vector, plmn);
            if (result instanceof VectorCheck.OutOfSync sync) {
                verdict.note("this card has another sequence number than the HSS: resynchronising");
                var again = AuthenticationRequest.eutran(subscriber.imsi(), plmn, 1)
                        .resynchronizing(vector.rand(), sync.auts());
                for (var fresh : first.authenticate(again).vectors()) {
                    accept("the USIM accepts the vector", VectorCheck.of(usim, fresh, plmn));
                }
            } else {
                accept("the USIM accepts the vector", result);
            }
        }
        var three = first.authenticate(AuthenticationRequest.eutran(subscriber.imsi(), plmn, 3));
        verdict.check(
                "AIR for 3 vectors gives 3",
                three.vectors().size() == 3,
                three.outcome().toString());
        long sqn = 0;
        for (AuthenticationVector vector : three.vectors()) {
            var result = VectorCheck.of(usim, vector, plmn);
            accept("the USIM accepts vector " + vector.itemNumber().orElse(0), result);
            sqn = result instanceof VectorCheck.Accepted accepted ? Math.max(sqn, accepted.sqn()) : sqn;
        }
        return sqn;
    }

    private void resynchronise(long sqn) throws PeerException {
        verdict.section("Resynchronisation: the card has seen higher sequence numbers than the HSS issued");
        var usim = subscriber.usim(indBits, Math.min(sqn + AHEAD, SQN_MAX));
        var request = AuthenticationRequest.eutran(subscriber.imsi(), plmn, 1);
        var stale = first.authenticate(request);
        if (stale.vectors().isEmpty()) {
            verdict.check("AIR succeeds", false, stale.outcome().toString());
            return;
        }
        var challenge = stale.vectors().getFirst();
        if (!(VectorCheck.of(usim, challenge, plmn) instanceof VectorCheck.OutOfSync sync)) {
            verdict.check("the USIM finds the vector stale", false, "");
            return;
        }
        verdict.check("the USIM finds the vector stale and makes AUTS", true, "");
        var fresh = first.authenticate(request.resynchronizing(challenge.rand(), sync.auts()));
        verdict.check(
                "AIR with AUTS succeeds",
                fresh.outcome().isSuccess() && !fresh.vectors().isEmpty(),
                fresh.outcome().toString());
        for (var vector : fresh.vectors()) {
            accept("the USIM accepts the fresh vector", VectorCheck.of(usim, vector, plmn));
        }
    }

    private void accept(String what, VectorCheck.Result result) {
        switch (result) {
            case VectorCheck.Accepted accepted ->
                verdict.check(what, true, "AUTN, RES and KASME agree, SQN " + accepted.sqn());
            case VectorCheck.OutOfSync ignored -> verdict.check(what, false, "its sequence number is stale");
            case VectorCheck.Rejected rejected -> verdict.check(what, false, rejected.reason());
        }
    }

    private void register() throws PeerException {
        verdict.section("Registration: the subscriber attaches at MME 1 (ULR)");
        var answer = first.updateLocation(
                LocationUpdate.attach(subscriber.imsi(), plmn).from(DemoData.GOOD_DEVICE));
        verdict.check(
                "ULR succeeds", answer.outcome().isSuccess(), answer.outcome().toString());
        verdict.check("ULA-Flags separate MME and SGSN", answer.flags().orElse(0) % 2 == 1, "");
        subscription(answer);
    }

    private void subscription(SubscriptionAnswer answer) {
        var apns = answer.apnConfigurations();
        verdict.check("the subscription has its APNs", apns.size() == DemoData.APNS, String.join(", ", names(answer)));
        verdict.check(
                "and its MSISDN",
                answer.subscription().map(data -> data.has(AvpName.MSISDN)).orElse(false),
                subscriber.msisdn());
    }

    private static List<String> names(SubscriptionAnswer answer) {
        return answer.apnConfigurations().stream()
                .map(apn -> apn.text(AvpName.SERVICE_SELECTION).orElse("?") + qci(apn))
                .toList();
    }

    private static String qci(Avps apn) {
        var qci = apn.group(AvpName.EPS_SUBSCRIBED_QOS_PROFILE)
                .map(profile -> profile.number(AvpName.QOS_CLASS_IDENTIFIER).orElse(0));
        return qci.map(value -> " (QCI " + value + ")").orElse("");
    }

    private void checkEquipment() throws PeerException {
        verdict.section("Equipment: MME 1 asks the EIR about two devices (ECR)");
        var good = first.checkEquipment(DemoData.GOOD_DEVICE, Optional.of(subscriber.imsi()));
        verdict.check(
                DemoData.GOOD_DEVICE + " is white-listed",
                good.status().equals(Optional.of(EquipmentStatus.WHITELISTED)),
                good.outcome().toString());
        var stolen = first.checkEquipment(DemoData.STOLEN_DEVICE, Optional.of(subscriber.imsi()));
        verdict.check(
                DemoData.STOLEN_DEVICE + " is black-listed",
                stolen.status().equals(Optional.of(EquipmentStatus.BLACKLISTED)),
                stolen.outcome().toString());
    }

    private void reportGateway() throws PeerException {
        verdict.section("Notification: MME 1 reports the PDN gateway in use (NOR)");
        var realm = config.hss().identity().originRealm().value();
        var answer = first.notify(
                subscriber.imsi(),
                avps -> avps.group(
                                AvpName.MIP6_AGENT_INFO,
                                info -> info.group(
                                        AvpName.MIP_HOME_AGENT_HOST,
                                        gateway -> gateway.add(AvpName.DESTINATION_REALM, realm)
                                                .add(AvpName.DESTINATION_HOST, "pgw." + realm)))
                        .add(AvpName.CONTEXT_IDENTIFIER, 1)
                        .add(AvpName.SERVICE_SELECTION, DemoData.INTERNET)
                        .add(AvpName.NOR_FLAGS, NOR_FROM_MME));
        verdict.check(
                "NOR succeeds", answer.outcome().isSuccess(), answer.outcome().toString());
    }

    private void move() throws PeerException {
        verdict.section("Mobility: the subscriber moves to MME 2 (ULR), and MME 1 is told to forget it (CLR)");
        var answer = second.updateLocation(
                LocationUpdate.attach(subscriber.imsi(), plmn).withFlags());
        verdict.check(
                "ULR succeeds", answer.outcome().isSuccess(), answer.outcome().toString());
        if (!config.hss().mobility().cancelLocation()) {
            verdict.note("hss.CancelLocationRequest_Enabled is off: no CLR is sent");
            return;
        }
        var cancel = first.inbox()
                .await(
                        request -> request.command() == Command.CANCEL_LOCATION
                                && request.imsi().equals(Optional.of(subscriber.imsi())),
                        CANCEL_WAIT);
        verdict.check(
                "MME 1 receives CLR for " + subscriber.imsi(),
                cancel.isPresent(),
                cancel.isPresent() ? "" : "none within " + CANCEL_WAIT.toSeconds() + " s");
        cancel.ifPresent(request -> verdict.check(
                "its Cancellation-Type is MME_UPDATE_PROCEDURE",
                request.avps().number(AvpName.CANCELLATION_TYPE).orElse(-1) == MME_UPDATE_PROCEDURE,
                ""));
    }

    private void purge() throws PeerException {
        verdict.section("Purge: MME 2 has not heard of the subscriber for long (PUR)");
        var answer = second.purge(subscriber.imsi());
        verdict.check(
                "PUR succeeds", answer.outcome().isSuccess(), answer.outcome().toString());
        verdict.check(
                "and freezes the M-TMSI",
                answer.avps().number(AvpName.PUA_FLAGS).orElse(0) % 2 == 1,
                "");
    }

    private void unknownSubscriber() throws PeerException {
        verdict.section("Refusal: MME 1 asks for a subscriber that does not exist");
        var configured = config.hss().roaming().rejectUnknownImsisWith();
        var expected = configured == RoamingConfig.UnknownImsi.IMSI_UNKNOWN ? USER_UNKNOWN : ROAMING_NOT_ALLOWED;
        var answer = first.authenticate(AuthenticationRequest.eutran(DemoSubscriber.UNKNOWN, plmn, 1));
        verdict.check(
                "AIR for " + DemoSubscriber.UNKNOWN + " is refused with " + expected,
                answer.outcome().equals(expected),
                answer.outcome().toString());
    }
}
