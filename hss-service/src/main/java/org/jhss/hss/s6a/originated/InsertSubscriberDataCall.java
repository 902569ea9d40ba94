// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.originated;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jhss.diameter.dictionary.S6aFlags.Ulr;
import org.jhss.diameter.message.MalformedValueException;
import org.jhss.hss.handler.HandlerEnvironment;
import org.jhss.hss.outbound.OutboundRequest;
import org.jhss.hss.outbound.OutboundResult;
import org.jhss.hss.s6a.features.SupportedFeatures;
import org.jhss.hss.s6a.subscription.Subscription;
import org.jhss.hss.s6a.subscription.SubscriptionPart;
import org.jhss.identity.Imsi;
import org.jhss.platform.bus.calls.CallHandler;
import org.jhss.platform.bus.calls.CallResult;
import org.jhss.platform.config.HssIdentity;
import org.jhss.store.Store;
import org.jhss.store.work.Need;
import org.jhss.store.work.NodeType;
import org.jhss.store.work.ServingNode;
import org.jhss.store.work.SubscriberState;
import tools.jackson.databind.JsonNode;

/**
 * Call {@code s6a.insert-subscriber-data}: gives the serving nodes the subscription, or what has changed of it, and asks them where and in
 * what state the subscriber is (TS 29.272 5.2.2.1).
 */
final class InsertSubscriberDataCall implements CallHandler {

    private static final Set<Need> NEEDS = EnumSet.of(Need.PROFILE, Need.SERVING_NODES, Need.DETAILS);
    private static final String ALL = "all";
    private static final String NONE = "none";

    private final Store store;
    private final Subscribers subscribers;
    private final Dispatch dispatch;
    private final Disowned disowned;
    private final HssIdentity identity;
    private final InstantSource clock;

    InsertSubscriberDataCall(HandlerEnvironment environment) {
        this.store = environment.store();
        this.subscribers = new Subscribers(store);
        this.dispatch = new Dispatch(environment.sender());
        this.disowned = new Disowned(subscribers);
        this.identity = environment.identity();
        this.clock = environment.clock();
    }

    @Override
    public CallResult handle(JsonNode json) {
        var arguments = new Arguments(json);
        var imsi = arguments.imsi();
        var nodes = arguments.nodes();
        var queries = Set.copyOf(
                arguments.named("request", NodeQuery::named, "must name queries of IDR-Flags, such as location"));
        var parts = parts(arguments, queries.isEmpty());
        if (parts.isEmpty() && queries.isEmpty()) {
            arguments.fault("scope", "must not be none when nothing is requested");
        }
        var rejection = arguments.rejection();
        if (rejection.isPresent() || imsi.isEmpty()) {
            return rejection.orElseThrow();
        }
        awaitReachability(imsi.get(), nodes, queries);
        var orders = subscribers.read(imsi.get(), NEEDS, state -> orders(state, nodes, parts, queries));
        if (orders.isEmpty()) {
            return Results.unknownSubscriber();
        }
        var deliveries = dispatch.send(orders.get()).stream()
                .map(InsertSubscriberDataCall::readable)
                .toList();
        disowned.note(imsi.get(), deliveries);
        store(imsi.get(), deliveries, queries);
        return Results.of(
                deliveries, (answer, body) -> AnswerJson.write(SubscriberDataAnswer.of(answer.message()), body));
    }

    private static Set<SubscriptionPart> parts(Arguments arguments, boolean allByDefault) {
        var names = arguments.texts("scope");
        if (names.isEmpty() ? allByDefault : names.equals(List.of(ALL))) {
            return EnumSet.allOf(SubscriptionPart.class);
        }
        if (names.isEmpty() || names.equals(List.of(NONE))) {
            return Set.of();
        }
        return Set.copyOf(arguments.named(
                "scope",
                SubscriptionPart::named,
                "must be all, none, or parts of the subscription such as ambr, apns"));
    }

    /** 5.2.2.1.3: the wait is recorded before anyone is asked, since the report may come at once. */
    private void awaitReachability(Imsi imsi, Set<NodeType> nodes, Set<NodeQuery> queries) {
        if (!queries.contains(NodeQuery.REACHABILITY)) {
            return;
        }
        subscribers.change(imsi, NEEDS, state -> {
            for (var type : nodes) {
                state.node(type)
                        .filter(node -> !node.purged())
                        .ifPresent(node -> state.register(node.withReachabilityRequested(true)));
            }
            state.setReachabilityRequested(true);
        });
    }

    private List<Order> orders(
            SubscriberState state, Set<NodeType> nodes, Set<SubscriptionPart> parts, Set<NodeQuery> queries) {
        var orders = new ArrayList<Order>();
        for (var type : nodes) {
            state.node(type).filter(node -> !node.purged()).ifPresent(node -> {
                var features = SupportedFeatures.agreed(
                        node.capabilities().features1(), node.capabilities().features2());
                var target = Target.of(node);
                var missing = missing(node, features, queries);
                orders.add(
                        missing.isPresent()
                                ? Order.refused(
                                        target,
                                        "the node does not support "
                                                + missing.get().label())
                                : Order.of(target, request(state, node, features, parts, queries)));
            });
        }
        return orders;
    }

    /** A node that has told its features is not asked for what it cannot do (5.2.2.1.3); others, such as those of PyHSS's time, may. */
    private static Optional<NodeQuery> missing(ServingNode node, SupportedFeatures features, Set<NodeQuery> queries) {
        boolean told = (node.capabilities().features1() | node.capabilities().features2()) != 0;
        return told
                ? queries.stream()
                        .filter(query -> !features.has(query.feature()))
                        .findFirst()
                : Optional.empty();
    }

    private Optional<OutboundRequest> request(
            SubscriberState state,
            ServingNode node,
            SupportedFeatures features,
            Set<SubscriptionPart> parts,
            Set<NodeQuery> queries) {
        boolean gprs = (node.ulrFlags() & Ulr.GPRS_SUBSCRIPTION_DATA_INDICATOR) != 0;
        return Subscription.of(state, store.referenceData()::apn, features)
                .map(subscription ->
                        subscription.withGprs(gprs).withSmsRegistered(node.sms().registered()))
                .map(subscription -> new InsertSubscriberData(state.imsi(), subscription, parts, queries))
                .flatMap(request -> request.to(node.address(), identity));
    }

    /** What a node says is foreign: an AVP that is none fails this node's result, not the call and what other nodes have said. */
    private static Delivery readable(Delivery delivery) {
        if (delivery.isSuccess() && delivery.result() instanceof OutboundResult.Answer answer) {
            try {
                SubscriberDataAnswer.of(answer.message());
            } catch (MalformedValueException e) {
                return new Delivery(
                        delivery.target(),
                        new OutboundResult.Failed(
                                "unreadable answer: " + e.fault().description()));
            }
        }
        return delivery;
    }

    private void store(Imsi imsi, List<Delivery> deliveries, Set<NodeQuery> queries) {
        var now = clock.instant();
        var confirmed = deliveries.stream().filter(Delivery::isSuccess).toList();
        if (confirmed.isEmpty() || queries.isEmpty()) {
            return;
        }
        subscribers.change(imsi, NEEDS, state -> {
            for (var delivery : confirmed) {
                if (delivery.result() instanceof OutboundResult.Answer answer
                        && delivery.target().isCurrent(state)) {
                    SubscriberDataAnswer.of(answer.message()).location().storeIn(state, now);
                    if (queries.contains(NodeQuery.REMOVE_SMS_REGISTRATION)) {
                        state.node(delivery.target().type())
                                .ifPresent(node -> state.register(node.withSms(unregistered(node.sms()))));
                    }
                }
            }
        });
    }

    private static ServingNode.Sms unregistered(ServingNode.Sms sms) {
        return new ServingNode.Sms(false, "", sms.sgsnNumber(), sms.gmlcAddress());
    }
}
