// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.originated;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jhss.hss.handler.HandlerEnvironment;
import org.jhss.platform.bus.calls.CallHandler;
import org.jhss.platform.bus.calls.CallResult;
import org.jhss.platform.config.HssIdentity;
import org.jhss.store.Store;
import org.jhss.store.work.NodeType;
import tools.jackson.databind.JsonNode;

/** Call {@code s6a.reset}: tells all serving nodes that registrations may have been lost (TS 29.272 5.2.4.1). */
final class ResetCall implements CallHandler {

    private static final int LEAST_DIGITS = 5;
    private static final int MOST_DIGITS = 15;

    private final Store store;
    private final Dispatch dispatch;
    private final HssIdentity identity;

    ResetCall(HandlerEnvironment environment) {
        this.store = environment.store();
        this.dispatch = new Dispatch(environment.sender());
        this.identity = environment.identity();
    }

    @Override
    public CallResult handle(JsonNode json) {
        var arguments = new Arguments(json);
        var nodes = arguments.nodes();
        var userIds = arguments.texts("user_ids");
        if (!userIds.stream().allMatch(ResetCall::isImsiPrefix)) {
            arguments.fault("user_ids", "must be 5 to 15 leading digits of IMSIs");
        }
        var resetIds = arguments.hexadecimal("reset_ids", 0);
        var rejection = arguments.rejection();
        if (rejection.isPresent()) {
            return rejection.get();
        }
        var reset = new Reset(userIds, resetIds);
        return Results.of(dispatch.send(targets(nodes, userIds).stream()
                .map(target -> Order.of(target, reset.to(target.address(), identity)))
                .toList()));
    }

    /** Each node once, also a combined MME/SGSN and one that is known by several ways (5.2.4.1.3). */
    private List<Target> targets(Set<NodeType> nodes, List<String> userIds) {
        var seen = new HashSet<String>();
        var targets = new ArrayList<Target>();
        for (var type : NodeType.values()) {
            if (!nodes.contains(type)) {
                continue;
            }
            for (var prefix : userIds.isEmpty() ? List.of("") : userIds) {
                for (var address : store.registeredNodes().serving(type, prefix)) {
                    if (seen.add(address.host().toLowerCase(Locale.ROOT))) {
                        targets.add(Target.named(type, address));
                    }
                }
            }
        }
        return targets;
    }

    private static boolean isImsiPrefix(String text) {
        return text.length() >= LEAST_DIGITS
                && text.length() <= MOST_DIGITS
                && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }
}
