// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.originated;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jhss.hss.handler.HandlerEnvironment;
import org.jhss.hss.s6a.CancelLocation;
import org.jhss.hss.s6a.CancellationType;
import org.jhss.identity.Imsi;
import org.jhss.platform.bus.calls.CallHandler;
import org.jhss.platform.bus.calls.CallResult;
import org.jhss.platform.config.HssIdentity;
import org.jhss.store.work.Need;
import org.jhss.store.work.NodeType;
import tools.jackson.databind.JsonNode;

/**
 * Call {@code s6a.deregister}: the serving nodes are told to let the subscriber go (TS 29.272 5.2.1.2) and its registrations are forgotten,
 * whatever the nodes say, unless it has registered anew meanwhile. For nodes that are gone for good.
 */
final class DeregisterCall implements CallHandler {

    private static final Set<Need> NEEDS = EnumSet.of(Need.SERVING_NODES);

    private final Subscribers subscribers;
    private final Dispatch dispatch;
    private final HssIdentity identity;

    DeregisterCall(HandlerEnvironment environment) {
        this.subscribers = new Subscribers(environment.store());
        this.dispatch = new Dispatch(environment.sender());
        this.identity = environment.identity();
    }

    @Override
    public CallResult handle(JsonNode json) {
        var arguments = new Arguments(json);
        var imsi = arguments.imsi();
        boolean reattach = arguments.flag("reattach");
        var rejection = arguments.rejection();
        if (rejection.isPresent() || imsi.isEmpty()) {
            return rejection.orElseThrow();
        }
        var registered = subscribers.read(imsi.get(), NEEDS, state -> {
            var targets = new ArrayList<Target>();
            for (var type : NodeType.values()) {
                state.node(type).map(Target::of).ifPresent(targets::add);
            }
            return targets;
        });
        if (registered.isEmpty()) {
            return Results.unknownSubscriber();
        }
        var cancellation = new CancelLocation(imsi.get(), CancellationType.SUBSCRIPTION_WITHDRAWAL, reattach);
        var deliveries = dispatch.send(registered.get().stream()
                .filter(target ->
                        target.registration().filter(node -> node.purged()).isEmpty())
                .map(target -> Order.of(target, cancellation.to(target.address(), target.type(), identity)))
                .toList());
        forget(imsi.get(), registered.get());
        return Results.of(deliveries);
    }

    private void forget(Imsi imsi, List<Target> targets) {
        if (targets.isEmpty()) {
            return;
        }
        subscribers.change(imsi, NEEDS, state -> {
            for (var target : targets) {
                if (target.isCurrent(state)) {
                    state.deregister(target.type());
                }
            }
        });
    }
}
