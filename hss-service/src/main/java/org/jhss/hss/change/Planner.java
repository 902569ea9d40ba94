// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jhss.diameter.dictionary.S6aFlags.Ulr;
import org.jhss.hss.change.Decision.Cancel;
import org.jhss.hss.change.Decision.Update;
import org.jhss.hss.change.NodeTask.Step;
import org.jhss.hss.s6a.CancelLocation;
import org.jhss.hss.s6a.CancellationType;
import org.jhss.hss.s6a.access.RoamingPolicy;
import org.jhss.hss.s6a.features.SupportedFeatures;
import org.jhss.hss.s6a.originated.DeleteSubscriberData;
import org.jhss.hss.s6a.originated.InsertSubscriberData;
import org.jhss.hss.s6a.subscription.Subscription;
import org.jhss.identity.Imsi;
import org.jhss.platform.config.HssConfig;
import org.jhss.platform.config.HssIdentity;
import org.jhss.store.Store;
import org.jhss.store.change.Change;
import org.jhss.store.change.TargetNode;
import org.jhss.store.work.NodeType;
import org.jhss.store.work.ServingNode;
import org.jhss.store.work.SubscriberState;

/** Plans what a change means for each node, from what is stored of its subscriber now. */
final class Planner {

    private final Store store;
    private final HssIdentity identity;
    private final Decisions decisions;

    Planner(Store store, HssConfig config) {
        this.store = store;
        this.identity = config.identity();
        this.decisions = new Decisions(
                new RoamingPolicy(identity.plmn(), config.roaming().allowUndefinedNetworks()));
    }

    /**
     * The tasks of {@code change}; none when no node is concerned.
     *
     * @param subscriber what is stored of its subscriber
     * @param told nodes that a former attempt has told already
     */
    List<NodeTask> plan(Change change, Optional<SubscriberState> subscriber, Set<String> told) {
        var imsi = change.imsi().flatMap(Imsi::parse);
        if (imsi.isEmpty()) {
            return List.of();
        }
        var tasks = change.detail().targets().isEmpty()
                ? subscriber.map(state -> ofRegistrations(change, state)).orElse(List.of())
                : ofTargets(change, imsi.get(), subscriber);
        return tasks.stream().filter(task -> !told.contains(key(task.node()))).toList();
    }

    /** What tells a node from others within a change. */
    static String key(TargetNode node) {
        return node.type() + " " + node.host();
    }

    private List<NodeTask> ofTargets(Change change, Imsi imsi, Optional<SubscriberState> subscriber) {
        var type = change.detail().cancellationType().isPresent()
                ? CancellationType.of(change.detail().cancellationType().getAsInt())
                        .orElse(CancellationType.SUBSCRIPTION_WITHDRAWAL)
                : CancellationType.SUBSCRIPTION_WITHDRAWAL;
        var cancellation = CancelLocation.because(type, imsi);
        var tasks = new ArrayList<NodeTask>();
        for (var target : change.detail().targets()) {
            var nodeType = nodeType(target);
            var now = subscriber
                    .filter(state -> state.access().isPresent())
                    .flatMap(state -> state.node(nodeType))
                    .filter(node -> node.address().host().equalsIgnoreCase(target.host()));
            // Whoever has come back to the node meanwhile must not be thrown out.
            if (now.isEmpty()) {
                var address = new ServingNode.Address(target.host(), target.realm(), target.peer(), "");
                tasks.add(new NodeTask(
                        imsi,
                        nodeType,
                        target,
                        Optional.empty(),
                        List.of(new Step(NodeTask.CANCEL, cancellation.to(address, nodeType, identity)))));
            }
        }
        return tasks;
    }

    private List<NodeTask> ofRegistrations(Change change, SubscriberState subscriber) {
        var tasks = new ArrayList<NodeTask>();
        if (subscriber.access().isEmpty()) {
            return tasks;
        }
        for (var type : NodeType.values()) {
            subscriber.node(type).filter(node -> !node.purged()).ifPresent(node -> {
                var steps = steps(change, subscriber, node);
                if (!steps.isEmpty()) {
                    var address = node.address();
                    var target = new TargetNode(type.columnValue(), address.host(), address.realm(), address.peer());
                    tasks.add(new NodeTask(subscriber.imsi(), type, target, Optional.of(node), steps));
                }
            });
        }
        return tasks;
    }

    private List<Step> steps(Change change, SubscriberState subscriber, ServingNode node) {
        var capabilities = node.capabilities();
        var features = SupportedFeatures.agreed(capabilities.features1(), capabilities.features2());
        var found = Subscription.of(subscriber, store.referenceData()::apn, features);
        if (found.isEmpty()) {
            return List.of();
        }
        boolean gprs = (node.ulrFlags() & Ulr.GPRS_SUBSCRIPTION_DATA_INDICATOR) != 0;
        var subscription =
                found.get().withGprs(gprs).withSmsRegistered(node.sms().registered());
        var decision = decisions.decide(
                change.detail(),
                subscriber.access().orElseThrow(),
                subscription,
                node,
                store.referenceData()::apn,
                store.referenceData().roamingRules());
        return switch (decision) {
            case Cancel(boolean reattach) -> {
                var cancellation =
                        new CancelLocation(subscriber.imsi(), CancellationType.SUBSCRIPTION_WITHDRAWAL, reattach);
                yield List.of(new Step(NodeTask.CANCEL, cancellation.to(node.address(), node.type(), identity)));
            }
            case Update update -> steps(update, subscriber.imsi(), subscription, node);
        };
    }

    private List<Step> steps(Update update, Imsi imsi, Subscription subscription, ServingNode node) {
        var steps = new ArrayList<Step>(2);
        if (!update.withdrawals().isEmpty()) {
            var none = DeleteSubscriberData.Details.NONE;
            var details = new DeleteSubscriberData.Details(
                    update.contextIds(),
                    none.traceReference(),
                    none.scefId(),
                    none.teleservices(),
                    none.supplementaryServices(),
                    none.externalIdentifiers());
            steps.add(new Step(
                    NodeTask.DELETE,
                    new DeleteSubscriberData(imsi, update.withdrawals(), details).to(node.address(), identity)));
        }
        if (!update.parts().isEmpty()) {
            steps.add(new Step(
                    NodeTask.INSERT,
                    new InsertSubscriberData(imsi, subscription, update.parts(), Set.of())
                            .to(node.address(), identity)));
        }
        return steps;
    }

    private static NodeType nodeType(TargetNode target) {
        return target.type() == NodeType.SGSN.columnValue() ? NodeType.SGSN : NodeType.MME;
    }
}
