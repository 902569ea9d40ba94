// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.access;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jhss.diameter.message.Avp;
import org.jhss.identity.Plmn;
import org.jhss.identity.Realm;
import org.jhss.platform.config.HssIdentity;

/**
 * Which networks a realm stands for: the one in its name, {@code epc.mncMNC.mccMCC.3gppnetwork.org} (TS 23.003 19.2), those that the
 * configuration gives it, and for our own realm the home network. Immutable.
 */
public final class RealmNetworks {

    private static final byte[] SUFFIX = ".3gppnetwork.org".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MNC = "mnc".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MCC = ".mcc".getBytes(StandardCharsets.US_ASCII);
    private static final int DIGITS = 3;
    private static final int NAMED = MNC.length + DIGITS + MCC.length + DIGITS + SUFFIX.length;

    private final Map<Realm, Set<Plmn>> configured;

    /**
     * @param further networks of realms, besides what the names say
     */
    public RealmNetworks(HssIdentity own, Map<Realm, Set<Plmn>> further) {
        Map<Realm, Set<Plmn>> all = new HashMap<>();
        further.forEach((realm, plmns) -> all.put(realm, new HashSet<>(plmns)));
        all.computeIfAbsent(own.originRealm(), _ -> new HashSet<>()).add(own.plmn());
        this.configured = Map.copyOf(all);
    }

    /** Whether the realm in {@code realm} stands for {@code network}. */
    public boolean standsFor(Avp realm, Plmn network) {
        return isNamed(realm.buffer(), realm.valueOffset(), realm.valueLength(), network)
                || isConfigured(realm, network);
    }

    private boolean isConfigured(Avp realm, Plmn network) {
        var plmns = Realm.parse(realm.text()).map(configured::get);
        if (plmns.isEmpty()) {
            return false;
        }
        for (var plmn : plmns.get()) {
            if (RoamingPolicy.isSame(plmn, network)) {
                return true;
            }
        }
        return false;
    }

    /** On the path of every request, hence octet by octet, and nothing made. */
    private static boolean isNamed(byte[] octets, int offset, int length, Plmn network) {
        int at = offset + length - NAMED;
        if (length < NAMED || (at > offset && octets[at - 1] != '.')) {
            return false;
        }
        int mnc = at + MNC.length;
        int mcc = mnc + DIGITS + MCC.length;
        return isText(octets, at, MNC)
                && isText(octets, mnc + DIGITS, MCC)
                && isText(octets, mcc + DIGITS, SUFFIX)
                && isNumber(octets, mcc, network.mcc())
                && isNumber(octets, mnc, network.mnc());
    }

    private static boolean isText(byte[] octets, int at, byte[] text) {
        for (int i = 0; i < text.length; i++) {
            int octet = octets[at + i];
            if ((octet >= 'A' && octet <= 'Z' ? octet | 0x20 : octet) != text[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether the three octets are those digits, with leading zeros (TS 23.003 19.2: an MNC of two digits gets one). */
    private static boolean isNumber(byte[] octets, int at, String digits) {
        int zeros = DIGITS - digits.length();
        for (int i = 0; i < DIGITS; i++) {
            if (octets[at + i] != (i < zeros ? '0' : digits.charAt(i - zeros))) {
                return false;
            }
        }
        return true;
    }
}
