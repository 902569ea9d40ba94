// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.message.ExperimentalResultCode;
import org.jhss.diameter.message.Message;
import org.jhss.hss.handler.HandlerEnvironment;
import org.jhss.hss.handler.Outcome;
import org.jhss.hss.handler.Outcome.DiameterError;
import org.jhss.hss.handler.RequestContext;
import org.jhss.hss.s6a.access.RealmNetworks;
import org.jhss.hss.s6a.access.RoamingPolicy;
import org.jhss.identity.Imsi;
import org.jhss.identity.Plmn;
import org.jhss.platform.config.CheckMode;
import org.jhss.platform.config.ChecksConfig;
import org.jhss.platform.logging.RateLimitedLog;
import org.jhss.store.work.NodeType;
import org.jhss.store.work.SubscriberState;
import org.slf4j.LoggerFactory;

/**
 * Whether a node may be believed. An IMSI is all that it takes to ask for a subscriber's vectors or to take the subscriber over, and who
 * says to be in the home network escapes the rules of roaming. So the network that a node says to be in must be its realm's (as TS 33.401
 * 6.1.2 lets the home network be sure that a serving network is entitled to its name), and a node abroad must have asked for vectors before
 * it registers a subscriber that its realm does not serve yet. What is refused is refused as the roaming that it would be:
 * DIAMETER_ERROR_ROAMING_NOT_ALLOWED (TS 29.272 7.4.3.3).
 */
final class Plausibility {

    private static final RateLimitedLog QUIET =
            new RateLimitedLog(LoggerFactory.getLogger(Plausibility.class), 2, Duration.ofSeconds(30));

    private static final DiameterError REFUSED = Outcome.error(ExperimentalResultCode.ROAMING_NOT_ALLOWED);
    private static final DiameterError WRONG_NETWORK =
            REFUSED.withMessage("Visited-PLMN-Id is no network of this Origin-Realm");
    private static final DiameterError NOT_AUTHENTICATED =
            REFUSED.withMessage("this Origin-Realm has not asked for authentication lately");

    private final HandlerEnvironment environment;
    private final ChecksConfig checks;
    private final RealmNetworks networks;

    Plausibility(HandlerEnvironment environment) {
        this.environment = environment;
        this.checks = environment.config().hss().peering().checks();
        this.networks = new RealmNetworks(environment.identity(), checks.realmPlmns());
    }

    /** Why a node is not believed to be in {@code visited}. */
    Optional<DiameterError> visitedNetwork(RequestContext context, Imsi imsi, Plmn visited) {
        var mode = checks.visitedPlmn();
        if (!mode.isOn() || networks.standsFor(context.request().find(Base.ORIGIN_REALM), visited)) {
            return Optional.empty();
        }
        return found(
                "visited_plmn", mode, context, imsi, "its realm does not stand for network " + visited, WRONG_NETWORK);
    }

    /** The node got vectors. */
    void authenticated(RequestContext context, Imsi imsi) {
        if (checks.relocation().isOn() && isAbroad(context.request())) {
            var note = note(imsi, context.request());
            context.afterCommit(() -> environment.notes().note(note, checks.relocationWindow()));
        }
    }

    /** Why a node is not believed to have {@code subscriber} with it. */
    Optional<DiameterError> relocation(RequestContext context, SubscriberState subscriber, Plmn visited) {
        var mode = checks.relocation();
        var realm = context.request().text(Base.ORIGIN_REALM);
        if (!mode.isOn()
                || isHome(visited)
                || isServedBy(subscriber, NodeType.MME, realm)
                || isServedBy(subscriber, NodeType.SGSN, realm)) {
            return Optional.empty();
        }
        // Whether it has asked cannot be told while Redis is away: then it may have.
        return environment
                        .notes()
                        .isNoted(note(subscriber.imsi(), context.request()))
                        .orElse(true)
                ? Optional.empty()
                : found(
                        "relocation",
                        mode,
                        context,
                        subscriber.imsi(),
                        "it registers a subscriber of network " + visited + " without having authenticated it",
                        NOT_AUTHENTICATED);
    }

    private boolean isAbroad(Message request) {
        return Requests.visitedPlmn(request).filter(visited -> !isHome(visited)).isPresent();
    }

    private boolean isHome(Plmn visited) {
        return RoamingPolicy.isSame(visited, environment.identity().plmn());
    }

    private static boolean isServedBy(SubscriberState subscriber, NodeType type, String realm) {
        return subscriber
                .node(type)
                .filter(node -> !node.purged() && node.address().realm().equalsIgnoreCase(realm))
                .isPresent();
    }

    private static String note(Imsi imsi, Message request) {
        return "vectors:" + imsi.value() + ":" + request.text(Base.ORIGIN_REALM).toLowerCase(Locale.ROOT);
    }

    /** Counts and tells what was found, once, though the handler may run twice. */
    private Optional<DiameterError> found(
            String check, CheckMode mode, RequestContext context, Imsi imsi, String text, DiameterError refusal) {
        var request = context.request();
        var host = request.text(Base.ORIGIN_HOST);
        var realm = request.text(Base.ORIGIN_REALM);
        var session = request.text(Base.SESSION_ID);
        var peer = context.peer();
        context.afterCommit(() -> {
            environment.events().implausible(check, mode.refuses());
            QUIET.atWarn(check + ' ' + realm)
                    .addKeyValue("check", check)
                    .addKeyValue("peer", peer)
                    .addKeyValue("origin", host)
                    .addKeyValue("realm", realm)
                    .addKeyValue("session", session)
                    .addKeyValue("imsi", imsi)
                    .log((mode.refuses() ? "refused: " : "let through, though ") + text);
        });
        return mode.refuses() ? Optional.of(refusal) : Optional.empty();
    }
}
