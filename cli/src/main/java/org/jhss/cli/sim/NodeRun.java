// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.sim;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jhss.aka.Usim;
import org.jhss.cli.output.Console;
import org.jhss.identity.Imsi;
import org.jhss.sim.AuthenticationAnswer;
import org.jhss.sim.AuthenticationRequest;
import org.jhss.sim.LocationUpdate;
import org.jhss.sim.ServingNode;
import org.jhss.sim.stack.AvpName;
import org.jhss.sim.stack.Outcome;
import org.jhss.sim.stack.PeerException;
import org.jhss.sim.stack.ReceivedRequest;

/** Runs the steps that the command line asks for on a connected node. */
final class NodeRun {

    private static final int IND_BITS = 5;
    private static final Duration CHECK = Duration.ofMillis(500);
    private static final long NOR_S6A_INDICATOR = 1L << 8;

    private final Console console;
    private final ServingNode node;
    private final SubscriberOptions subscriber;
    private final boolean eps;

    NodeRun(Console console, ServingNode node, SubscriberOptions subscriber, boolean eps) {
        this.console = console;
        this.node = node;
        this.subscriber = subscriber;
        this.eps = eps;
    }

    /** Whether every step of every subscriber went well. */
    boolean run(List<Step> steps) throws PeerException {
        boolean good = true;
        for (var imsi : subscriber.imsis()) {
            for (var step : steps) {
                good &= run(step, imsi);
            }
        }
        return good;
    }

    private boolean run(Step step, Imsi imsi) throws PeerException {
        return switch (step) {
            case AIR -> authenticate(imsi);
            case ULR -> {
                var update = LocationUpdate.attach(imsi, subscriber.plmn()).from(subscriber.imei());
                var answer = node.updateLocation(eps ? update : update.over(LocationUpdate.UTRAN));
                yield tell(
                        step, imsi, answer.outcome(), answer.apnConfigurations().size() + " APNs");
            }
            case ECR -> {
                var answer = node.checkEquipment(subscriber.imei(), Optional.of(imsi));
                var status = answer.status()
                        .map(s -> s.name().toLowerCase(Locale.ROOT))
                        .orElse("no status");
                yield tell(step, imsi, answer.outcome(), status);
            }
            case NOR ->
                tell(
                        step,
                        imsi,
                        node.notify(imsi, avps -> avps.add(AvpName.NOR_FLAGS, eps ? NOR_S6A_INDICATOR : 0))
                                .outcome(),
                        "");
            case PUR -> tell(step, imsi, node.purge(imsi).outcome(), "");
        };
    }

    private boolean authenticate(Imsi imsi) throws PeerException {
        var request = eps
                ? AuthenticationRequest.eutran(imsi, subscriber.plmn(), subscriber.vectors())
                : AuthenticationRequest.utranGeran(imsi, subscriber.plmn(), subscriber.vectors());
        var answer = node.authenticate(request);
        if (!tell(Step.AIR, imsi, answer.outcome(), answer.vectors().size() + " vectors")) {
            return false;
        }
        var usim = subscriber.usim(IND_BITS);
        return usim.isEmpty() || check(usim.get(), request, answer, true);
    }

    private boolean check(
            Usim usim, AuthenticationRequest request, AuthenticationAnswer answer, boolean mayResynchronise)
            throws PeerException {
        for (var vector : answer.vectors()) {
            switch (VectorCheck.of(usim, vector, request.plmn())) {
                case VectorCheck.Accepted accepted ->
                    console.println("  " + console.tick() + " USIM accepts, SQN " + accepted.sqn());
                case VectorCheck.Rejected rejected -> {
                    console.println("  " + console.cross() + " " + rejected.reason());
                    return false;
                }
                case VectorCheck.OutOfSync sync -> {
                    if (!mayResynchronise) {
                        console.println("  " + console.cross() + " still out of sync after resynchronisation");
                        return false;
                    }
                    console.println("  USIM is out of sync, sending AUTS");
                    var again = request.resynchronizing(vector.rand(), sync.auts());
                    return check(usim, request, node.authenticate(again), false);
                }
            }
        }
        return !answer.vectors().isEmpty();
    }

    private boolean tell(Step step, Imsi imsi, Outcome outcome, String detail) {
        boolean good = outcome.isSuccess();
        console.println((good ? console.tick() : console.cross()) + " " + step + " " + imsi + "  " + outcome
                + (good && !detail.isEmpty() ? "  " + detail : ""));
        return good;
    }

    /** Stays connected and tells of every request of the HSS, until the connection or the process ends. */
    void listen() {
        console.println("listening for requests of the HSS; stop with Ctrl-C");
        int told = 0;
        while (node.isConnected() && !Thread.currentThread().isInterrupted()) {
            int known = told;
            node.inbox().awaitCount(known + 1, CHECK);
            var requests = node.inbox().requests();
            for (; told < requests.size(); told++) {
                console.println(console.tick() + " answered " + describe(requests.get(told)));
            }
        }
        console.println("the connection is closed");
    }

    private static String describe(ReceivedRequest request) {
        return request.command() + request.imsi().map(imsi -> " for " + imsi).orElse("");
    }
}
