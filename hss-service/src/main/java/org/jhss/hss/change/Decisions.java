// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.change;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jhss.hss.change.Decision.Cancel;
import org.jhss.hss.change.Decision.Update;
import org.jhss.hss.s6a.access.RoamingPolicy;
import org.jhss.hss.s6a.originated.Withdrawal;
import org.jhss.hss.s6a.subscription.ApnCatalogue;
import org.jhss.hss.s6a.subscription.SubscribedApn;
import org.jhss.hss.s6a.subscription.Subscription;
import org.jhss.hss.s6a.subscription.SubscriptionPart;
import org.jhss.store.change.ApnList;
import org.jhss.store.change.Detail;
import org.jhss.store.change.RelevantColumns;
import org.jhss.store.change.WideChanges;
import org.jhss.store.reference.RoamingRule;
import org.jhss.store.work.Access;
import org.jhss.store.work.NodeType;
import org.jhss.store.work.ServingNode;

/**
 * Decides what a node is told: it is held against what is stored now, so that several changes need one message. A node whose Update-Location
 * would be refused now is cancelled; others get what is new. docs/network-changes.md has the table.
 */
final class Decisions {

    /** Network-Access-Mode (TS 29.272 7.3.21) of a subscription to circuit-switched services only. */
    private static final int ONLY_CIRCUIT = 1;

    private static final Set<String> ROAMING = Set.of("roaming_enabled", "roaming_rule_list", WideChanges.ROAMING_RULE);
    private static final Set<String> BARRING = Set.of("operator_determined_barring", "hplmn_odb");
    private static final Set<String> APN_LIST = Set.of("default_apn", "apn_list");
    private static final String OTHER_KEYS = "auc_id";

    private final RoamingPolicy roaming;

    Decisions(RoamingPolicy roaming) {
        this.roaming = roaming;
    }

    /**
     * What {@code node} is told.
     *
     * @param detail what changed
     * @param subscription what is stored now, as the node gets it
     * @param catalogue all APNs
     * @param rules all rules of roaming
     */
    Decision decide(
            Detail detail,
            Access access,
            Subscription subscription,
            ServingNode node,
            ApnCatalogue catalogue,
            List<RoamingRule> rules) {
        var columns = detail.columns();
        if (!access.enabled() || access.networkAccessMode() == ONLY_CIRCUIT || !subscription.hasUsableApn()) {
            return new Cancel(false);
        }
        if (columns.contains(OTHER_KEYS) || RelevantColumns.hasKeys(columns)) {
            // 5.2.1.2: vectors of the former keys go with the registration; a card that has the new ones comes back.
            return new Cancel(true);
        }
        if (!Collections.disjoint(columns, ROAMING) && isForbidden(access, node, rules)) {
            // The terminal is to ask anew and hear the cause, so that it looks for another network.
            return new Cancel(true);
        }
        if (!Collections.disjoint(columns, BARRING) && isUnenforced(subscription, node)) {
            return new Cancel(true);
        }
        return update(detail, subscription, node, catalogue);
    }

    private boolean isForbidden(Access access, ServingNode node, List<RoamingRule> rules) {
        return node.visitedPlmn()
                .filter(visited -> !roaming.allows(access, visited, rules))
                .isPresent();
    }

    private boolean isUnenforced(Subscription subscription, ServingNode node) {
        boolean abroad = node.visitedPlmn().filter(roaming::isRoaming).isPresent();
        return subscription
                .barring()
                .unenforced(subscription.features(), abroad)
                .isPresent();
    }

    private static Decision update(Detail detail, Subscription subscription, ServingNode node, ApnCatalogue catalogue) {
        var parts = EnumSet.noneOf(SubscriptionPart.class);
        var withdrawals = EnumSet.noneOf(Withdrawal.class);
        boolean apns = false;
        boolean onlyList = true;
        for (var name : detail.columns()) {
            var column = SubscriptionColumn.named(name);
            if (column.isEmpty()) {
                continue;
            }
            if (column.get().isOfApns()) {
                apns = true;
                onlyList &= APN_LIST.contains(name);
            } else if (column.get().isThere().test(subscription.profile())) {
                parts.add(column.get().part());
            } else {
                column.get().withdrawal().ifPresent(withdrawals::add);
            }
        }
        var removed = List.<Integer>of();
        if (apns) {
            removed = removed(detail.apnsBefore(), subscription, node, catalogue);
            if (!removed.isEmpty()) {
                withdrawals.add(Withdrawal.PDN_SUBSCRIPTION_CONTEXTS);
            }
            if (!onlyList || subscription.gprs() || !isRest(detail.apnsBefore(), removed, subscription, catalogue)) {
                parts.add(SubscriptionPart.APNS);
                if (subscription.gprs()) {
                    parts.add(SubscriptionPart.GPRS);
                }
            }
        }
        return new Update(withdrawals, removed, parts);
    }

    /**
     * The Context-Identifiers of APNs that the subscriber has no more. The default APN's never is among them (5.2.2.2.3); an SGSN with PDP
     * contexts gets the whole list instead.
     */
    private static List<Integer> removed(
            Optional<ApnList> before, Subscription subscription, ServingNode node, ApnCatalogue catalogue) {
        var removed = new ArrayList<Integer>();
        if (before.isEmpty() || (node.type() == NodeType.SGSN && subscription.gprs())) {
            return removed;
        }
        for (var former : contexts(before.get(), catalogue)) {
            boolean stays = subscription.apns().stream()
                    .anyMatch(apn -> apn.apn().id() == former.apn().id());
            if (!stays && !former.isDefault()) {
                removed.add(former.contextId());
            }
        }
        return removed;
    }

    /** Whether what is left to the node after the removal is what the subscriber has, under the same Context-Identifiers. */
    private static boolean isRest(
            Optional<ApnList> before, List<Integer> removed, Subscription subscription, ApnCatalogue catalogue) {
        return before.isPresent()
                && contexts(before.get(), catalogue).stream()
                        .filter(former -> !removed.contains(former.contextId()))
                        .toList()
                        .equals(subscription.apns());
    }

    private static List<SubscribedApn> contexts(ApnList list, ApnCatalogue catalogue) {
        return SubscribedApn.of(list.defaultApn(), list.apns(), catalogue);
    }
}
