// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.originated;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jhss.hss.handler.HandlerEnvironment;
import org.jhss.identity.PeerHost;
import org.jhss.platform.bus.calls.CallHandler;
import org.jhss.platform.bus.calls.CallResult;
import org.jhss.platform.config.HssIdentity;
import org.jhss.store.work.Need;
import org.jhss.store.work.NodeType;
import tools.jackson.databind.JsonNode;

/** Call {@code s6a.delete-subscriber-data}: takes parts of the subscription from the serving nodes (TS 29.272 5.2.2.2). */
final class DeleteSubscriberDataCall implements CallHandler {

    private static final Set<Need> NEEDS = EnumSet.of(Need.SERVING_NODES);

    /** Context-Identifier of the default APN, which no node may lose (5.2.2.2.2). */
    private static final int DEFAULT_CONTEXT = 1;

    private static final int TRACE_REFERENCE_OCTETS = 6;
    private static final int CODE_OCTETS = 1;

    private final Subscribers subscribers;
    private final Dispatch dispatch;
    private final Disowned disowned;
    private final HssIdentity identity;

    DeleteSubscriberDataCall(HandlerEnvironment environment) {
        this.subscribers = new Subscribers(environment.store());
        this.dispatch = new Dispatch(environment.sender());
        this.disowned = new Disowned(subscribers);
        this.identity = environment.identity();
    }

    @Override
    public CallResult handle(JsonNode json) {
        var arguments = new Arguments(json);
        var imsi = arguments.imsi();
        var nodes = arguments.nodes();
        var withdrawals = Set.copyOf(arguments.named(
                "data", Withdrawal::named, "must name data of DSR-Flags, such as regional-subscription"));
        if (withdrawals.isEmpty()) {
            arguments.fault("data", "is required");
        }
        var details = details(arguments, withdrawals);
        var rejection = arguments.rejection();
        if (rejection.isPresent() || imsi.isEmpty()) {
            return rejection.orElseThrow();
        }
        var request = new DeleteSubscriberData(imsi.get(), withdrawals, details);
        var orders = subscribers.read(imsi.get(), NEEDS, state -> {
            var list = new ArrayList<Order>();
            for (var node : nodes) {
                state.node(node)
                        .filter(found -> !found.purged())
                        .map(Target::of)
                        .map(target -> order(target, request))
                        .ifPresent(list::add);
            }
            return list;
        });
        if (orders.isEmpty()) {
            return Results.unknownSubscriber();
        }
        var deliveries = dispatch.send(orders.get());
        disowned.note(imsi.get(), deliveries);
        return Results.of(deliveries);
    }

    private Order order(Target target, DeleteSubscriberData request) {
        boolean forbidden = target.type() == NodeType.MME
                && request.withdrawals().contains(Withdrawal.COMPLETE_APN_CONFIGURATION_PROFILE);
        return forbidden
                ? Order.refused(target, "an MME keeps the default APN")
                : Order.of(target, request.to(target.address(), identity));
    }

    private static DeleteSubscriberData.Details details(Arguments arguments, Set<Withdrawal> withdrawals) {
        var contexts = arguments.numbers("context_ids");
        if (contexts.contains(DEFAULT_CONTEXT) && withdrawals.contains(Withdrawal.PDN_SUBSCRIPTION_CONTEXTS)) {
            arguments.fault("context_ids", "must not have that of the default APN, " + DEFAULT_CONTEXT);
        }
        boolean needsContexts = withdrawals.contains(Withdrawal.PDN_SUBSCRIPTION_CONTEXTS)
                || withdrawals.contains(Withdrawal.PDP_CONTEXTS);
        expect(arguments, "context_ids", needsContexts, !contexts.isEmpty());
        var traces = arguments.hexadecimal("trace_reference", TRACE_REFERENCE_OCTETS);
        expect(arguments, "trace_reference", withdrawals.contains(Withdrawal.TRACE_DATA), !traces.isEmpty());
        var scef = arguments.name("scef_id", PeerHost::parse).map(PeerHost::value);
        expect(arguments, "scef_id", withdrawals.contains(Withdrawal.MONITORING_EVENTS), scef.isPresent());
        var services = arguments.hexadecimal("ts_codes", CODE_OCTETS);
        expect(arguments, "ts_codes", withdrawals.contains(Withdrawal.SMS), !services.isEmpty());
        var supplementary = arguments.hexadecimal("ss_codes", CODE_OCTETS);
        expect(arguments, "ss_codes", withdrawals.contains(Withdrawal.LCS), !supplementary.isEmpty());
        var external = arguments.texts("external_identifiers");
        if (!external.isEmpty() && !withdrawals.contains(Withdrawal.EXTERNAL_IDENTIFIER)) {
            arguments.fault("external_identifiers", "is not for that data");
        }
        return new DeleteSubscriberData.Details(
                contexts, List.copyOf(traces).stream().findFirst(), scef, services, supplementary, external);
    }

    /** A detail is there exactly when data asks for it. */
    private static void expect(Arguments arguments, String field, boolean wanted, boolean given) {
        if (wanted && !given) {
            arguments.fault(field, "is required for that data");
        } else if (given && !wanted) {
            arguments.fault(field, "is not for that data");
        }
    }
}
