// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.access;

import java.util.List;
import java.util.Optional;
import org.jhss.identity.Plmn;
import org.jhss.store.reference.RoamingRule;
import org.jhss.store.work.Access;

/**
 * Who may roam where. A subscriber's own rules decide, in the order of its list; a subscriber without a list is under all rules, in
 * the order of their ids, as with PyHSS; where no rule names the network, the configuration decides. Rules that are not enabled
 * count for nothing. A forbidding rule in a subscriber's list whose network was deleted, and an entry of the list that names no
 * rule, forbid all networks that no other rule allows: what they forbade is not known. Immutable.
 */
public final class RoamingPolicy {

    private static final int LONG_MNC = 3;

    private final Plmn home;
    private final boolean allowUndefinedNetworks;

    /**
     * @param home the home network
     * @param allowUndefinedNetworks what holds for networks that no rule names
     */
    public RoamingPolicy(Plmn home, boolean allowUndefinedNetworks) {
        this.home = home;
        this.allowUndefinedNetworks = allowUndefinedNetworks;
    }

    /** Whether {@code visited} is another network than the home's: MCC or MNC differ. "01" and "001" are one MNC. */
    public boolean isRoaming(Plmn visited) {
        return !isSame(visited, home.mcc(), home.mnc());
    }

    /** Whether the subscriber may use {@code visited}. */
    public boolean allows(Access subscriber, Plmn visited, List<RoamingRule> rules) {
        if (!isRoaming(visited)) {
            return true;
        }
        if (!subscriber.roamingEnabled()) {
            return false;
        }
        var own = subscriber.roamingRules();
        return own.isEmpty() ? byAllRules(visited, rules) : byOwnRules(own, visited, rules);
    }

    private boolean byAllRules(Plmn visited, List<RoamingRule> rules) {
        for (var rule : rules) {
            if (rule.enabled() && concerns(rule, visited)) {
                return rule.allow();
            }
        }
        return allowUndefinedNetworks;
    }

    private boolean byOwnRules(List<Integer> own, Plmn visited, List<RoamingRule> rules) {
        boolean unclear = false;
        for (int id : own) {
            var found = find(id, rules);
            if (found.isEmpty()) {
                unclear = true;
                continue;
            }
            var rule = found.get();
            if (!rule.enabled()) {
                continue;
            }
            if (rule.network().isEmpty()) {
                unclear |= !rule.allow();
            } else if (concerns(rule, visited)) {
                return rule.allow();
            }
        }
        return allowUndefinedNetworks && !unclear;
    }

    private static Optional<RoamingRule> find(int id, List<RoamingRule> rules) {
        for (var rule : rules) {
            if (rule.id() == id) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    private static boolean concerns(RoamingRule rule, Plmn visited) {
        var network = rule.network();
        return network.isPresent()
                && isSame(visited, network.get().mcc(), network.get().mnc());
    }

    /** Whether both are one network. */
    public static boolean isSame(Plmn one, Plmn other) {
        return isSame(one, other.mcc(), other.mnc());
    }

    private static boolean isSame(Plmn visited, String mcc, String mnc) {
        return visited.mcc().equals(mcc) && longMnc(visited.mnc()).equals(longMnc(mnc));
    }

    /** Provisioning and networks write a two-digit MNC with and without a leading zero; no country uses both "01" and "001". */
    private static String longMnc(String mnc) {
        return mnc.length() < LONG_MNC ? "0".repeat(LONG_MNC - mnc.length()) + mnc : mnc;
    }
}
