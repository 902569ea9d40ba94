// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jhss.identity.Plmn;
import org.jhss.identity.Realm;
import org.jhss.platform.config.schema.Key;
import org.jhss.platform.config.schema.KeyGroup;
import org.jhss.platform.config.schema.Types;
import org.jhss.platform.config.schema.ValueType;
import org.jhss.platform.config.schema.Values;

/**
 * How peers and their requests are checked. What RFC 6733 demands or the operator has asked for is enforced by default; what a network may
 * break for good reasons is only logged.
 *
 * @param peer whether a peer must be as {@code hss.allowed_peers} says; when unknown peers may connect, only those that are listed
 * @param application whether a peer may use only the applications it is listed with
 * @param rate whether a peer must keep to the rate it is listed with
 * @param origin whether requests must come from the node that the connection's CER named
 * @param loop whether requests that were here before are refused (RFC 6733 6.1.3)
 * @param visitedPlmn whether Visited-PLMN-Id must belong to the Origin-Realm
 * @param relocation whether a node of another network must have asked for vectors before it takes a subscriber over
 * @param relocationWindow how long ago that may be
 * @param realmPlmns networks that realms stand for, besides what their names say (TS 23.003 19.2)
 */
public record ChecksConfig(
        CheckMode peer,
        CheckMode application,
        CheckMode rate,
        CheckMode origin,
        CheckMode loop,
        CheckMode visitedPlmn,
        CheckMode relocation,
        Duration relocationWindow,
        Map<Realm, Set<Plmn>> realmPlmns) {

    /** What holds when nothing is configured. */
    public static final ChecksConfig DEFAULT = new ChecksConfig(
            CheckMode.ENFORCE,
            CheckMode.ENFORCE,
            CheckMode.ENFORCE,
            CheckMode.LOG,
            CheckMode.ENFORCE,
            CheckMode.LOG,
            CheckMode.LOG,
            Duration.ofHours(1),
            Map.of());

    static final KeyGroup KEYS = new KeyGroup("hss", "Checks of peers and their requests");

    private static final int DAY = 86_400;
    private static final String ENFORCED = "enforce";
    private static final String LOGGED = "log";
    private static final ValueType<CheckMode> MODE = Types.oneOf(CheckMode.class);
    private static final ValueType<Plmn> PLMN = Types.scalar("MCC and MNC in quotes, such as \"00101\"", Plmn::parse);

    private static final Key<CheckMode> PEER = KEYS.key(
            "checks.peer",
            MODE,
            ENFORCED,
            "off, log or enforce: the peer is listed, and its realm, address and certificate are as listed; else 3010.");
    private static final Key<CheckMode> APPLICATION = KEYS.key(
            "checks.application",
            MODE,
            ENFORCED,
            "The same: the peer uses the applications it is listed with; else 3007.");
    private static final Key<CheckMode> RATE = KEYS.key(
            "checks.rate", MODE, ENFORCED, "The same: the peer keeps to the rate it is listed with; else 3004.");
    private static final Key<CheckMode> ORIGIN = KEYS.key(
            "checks.origin",
            MODE,
            LOGGED,
            "The same: Origin-Host and Origin-Realm of a request are those of the connection's CER, unless it was relayed; else 5004.");
    private static final Key<CheckMode> LOOP = KEYS.key(
            "checks.loop", MODE, ENFORCED, "The same: no Route-Record names this HSS (RFC 6733 6.1.3); else 3005.");
    private static final Key<CheckMode> VISITED_PLMN = KEYS.key(
            "checks.visited_plmn",
            MODE,
            LOGGED,
            "The same: Visited-PLMN-Id of AIR and ULR belongs to the sender's realm; else DIAMETER_ERROR_ROAMING_NOT_ALLOWED (5004).");
    private static final Key<CheckMode> RELOCATION = KEYS.key(
            "checks.relocation",
            MODE,
            LOGGED,
            "The same: a node of another network has asked for vectors before it takes a subscriber over; else 5004 as above.");
    private static final Key<Duration> WINDOW = KEYS.key(
            "checks.relocation_window", Types.seconds(1, DAY), "3600", "Time in which it must have asked, in seconds.");
    private static final Key<Map<String, List<Plmn>>> REALM_PLMNS = KEYS.key(
            "checks.realm_plmns",
            Types.mapOf(Types.listOf(PLMN)),
            "{}",
            "Networks that a realm stands for besides the one in its name, such as {mvno.example.org: [\"00101\", \"00102\"]}.");

    static ChecksConfig from(Values values) {
        return new ChecksConfig(
                values.get(PEER),
                values.get(APPLICATION),
                values.get(RATE),
                values.get(ORIGIN),
                values.get(LOOP),
                values.get(VISITED_PLMN),
                values.get(RELOCATION),
                values.get(WINDOW),
                realmPlmns(values));
    }

    private static Map<Realm, Set<Plmn>> realmPlmns(Values values) {
        Map<Realm, Set<Plmn>> networks = new HashMap<>();
        values.get(REALM_PLMNS).forEach((name, plmns) -> {
            var realm = Realm.parse(name);
            if (realm.isEmpty()) {
                values.conflict(REALM_PLMNS, "\"" + name + "\" is no realm; expected a domain name");
            } else {
                networks.computeIfAbsent(realm.get(), _ -> new HashSet<>()).addAll(plmns);
            }
        });
        networks.replaceAll((_, plmns) -> Set.copyOf(plmns));
        return Map.copyOf(networks);
    }
}
