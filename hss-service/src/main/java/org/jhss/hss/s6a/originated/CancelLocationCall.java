// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.originated;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jhss.hss.handler.HandlerEnvironment;
import org.jhss.hss.s6a.CancelLocation;
import org.jhss.hss.s6a.CancellationType;
import org.jhss.identity.PeerHost;
import org.jhss.identity.Realm;
import org.jhss.platform.bus.calls.CallHandler;
import org.jhss.platform.bus.calls.CallResult;
import org.jhss.platform.config.HssIdentity;
import org.jhss.store.work.Need;
import org.jhss.store.work.NodeType;
import org.jhss.store.work.ServingNode;
import tools.jackson.databind.JsonNode;

/**
 * Call {@code s6a.cancel-location}: ends registrations (TS 29.272 5.2.1.2). Once a node has confirmed, the registration is forgotten,
 * unless the subscriber has registered anew meanwhile, or the type says that the node keeps it.
 */
final class CancelLocationCall implements CallHandler {

    private static final Set<Need> NEEDS = EnumSet.of(Need.SERVING_NODES);

    private final Subscribers subscribers;
    private final Dispatch dispatch;
    private final HssIdentity identity;

    CancelLocationCall(HandlerEnvironment environment) {
        this.subscribers = new Subscribers(environment.store());
        this.dispatch = new Dispatch(environment.sender());
        this.identity = environment.identity();
    }

    @Override
    public CallResult handle(JsonNode json) {
        var arguments = new Arguments(json);
        var imsi = arguments.imsi();
        var type = type(arguments);
        var nodes = EnumSet.copyOf(arguments.nodes());
        if (type == CancellationType.MME_UPDATE_PROCEDURE) {
            nodes.remove(NodeType.SGSN);
        } else if (type == CancellationType.SGSN_UPDATE_PROCEDURE) {
            nodes.remove(NodeType.MME);
        }
        if (nodes.isEmpty()) {
            arguments.fault("type", "is not for that kind of node");
        }
        boolean reattach = arguments.flag("reattach");
        if (reattach && type != CancellationType.SUBSCRIPTION_WITHDRAWAL) {
            arguments.fault("reattach", "is for subscription-withdrawal only");
        }
        var named = address(arguments);
        var rejection = arguments.rejection();
        if (rejection.isPresent() || imsi.isEmpty()) {
            return rejection.orElseThrow();
        }
        return cancel(new CancelLocation(imsi.get(), type, reattach), nodes, named);
    }

    private CallResult cancel(CancelLocation cancellation, Set<NodeType> nodes, Optional<ServingNode.Address> named) {
        var registered = subscribers.read(cancellation.imsi(), NEEDS, state -> {
            var targets = new ArrayList<Target>();
            for (var node : nodes) {
                state.node(node)
                        .filter(found -> !found.purged())
                        .map(Target::of)
                        .ifPresent(targets::add);
            }
            return targets;
        });
        if (registered.isEmpty() && named.isEmpty()) {
            return Results.unknownSubscriber();
        }
        List<Target> known = registered.map(List::<Target>copyOf).orElse(List.of());
        var targets = named.map(address -> targets(address, nodes, known)).orElse(known);
        var deliveries = dispatch.send(targets.stream()
                .map(target -> Order.of(target, cancellation.to(target.address(), target.type(), identity)))
                .toList());
        forget(cancellation, deliveries);
        return Results.of(deliveries);
    }

    /** A node that the caller names is addressed as the caller says, whether the subscriber is registered there or not. */
    private static List<Target> targets(ServingNode.Address named, Set<NodeType> nodes, List<Target> registered) {
        var registrations = registered.stream()
                .filter(target -> target.address().host().equalsIgnoreCase(named.host()))
                .map(target -> new Target(target.type(), named, target.registration()))
                .toList();
        return registrations.isEmpty()
                ? List.of(Target.named(nodes.contains(NodeType.MME) ? NodeType.MME : NodeType.SGSN, named))
                : registrations;
    }

    private void forget(CancelLocation cancellation, List<Delivery> deliveries) {
        var confirmed = deliveries.stream().filter(Delivery::isSuccess).toList();
        if (confirmed.isEmpty() || cancellation.type() == CancellationType.INITIAL_ATTACH_PROCEDURE) {
            return;
        }
        subscribers.change(cancellation.imsi(), NEEDS, state -> {
            for (var delivery : confirmed) {
                if (delivery.target().isCurrent(state)) {
                    state.deregister(delivery.target().type());
                }
            }
        });
    }

    /** The name in lower case with hyphens, or the number of 7.3.24; a withdrawal when none is given. */
    private static CancellationType type(Arguments arguments) {
        var value = arguments.find("type");
        if (value.isEmpty()) {
            return CancellationType.SUBSCRIPTION_WITHDRAWAL;
        }
        var type = value.get().isInt()
                ? CancellationType.of(value.get().intValue())
                : named(value.get().isString() ? value.get().stringValue() : "");
        if (type.isEmpty()) {
            arguments.fault("type", "must be a number from 0 to 4, or a name such as subscription-withdrawal");
        }
        return type.orElse(CancellationType.SUBSCRIPTION_WITHDRAWAL);
    }

    private static Optional<CancellationType> named(String name) {
        for (var type : CancellationType.values()) {
            if (type.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    private static Optional<ServingNode.Address> address(Arguments arguments) {
        var host = arguments.name("host", PeerHost::parse);
        var realm = arguments.name("realm", Realm::parse);
        var peer = arguments.name("peer", PeerHost::parse);
        if (host.isEmpty() && (realm.isPresent() || peer.isPresent())) {
            arguments.fault("host", "is required with realm or peer");
        }
        return host.map(name -> new ServingNode.Address(
                name.value(),
                realm.map(Realm::value).orElse(""),
                peer.map(PeerHost::value).orElse(""),
                ""));
    }
}
