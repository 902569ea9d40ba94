// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a;

import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.Cx;
import org.jhss.diameter.dictionary.Ietf;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.AvpContainer;
import org.jhss.hss.s6a.subscription.SubscribedApn;
import org.jhss.identity.Plmn;
import org.jhss.store.work.PdnGateway;

/** Active-APN (TS 29.272 7.3.127): the PDN gateways in use, which restore what the HSS may have lost. */
final class ActiveApns {

    private static final String NETWORK_PREFIX = "mnc";
    private static final String COUNTRY_LABEL = ".mcc";
    private static final int MOST_ADDRESSES = 2;

    private ActiveApns() {}

    /** The gateways of {@code request}; those of an APN that neither a name nor a known id tells are left out, and those without address. */
    static List<PdnGateway> read(AvpContainer request, List<SubscribedApn> apns, Instant at) {
        var gateways = new ArrayList<PdnGateway>();
        for (var active : request.all(S6a.ACTIVE_APN)) {
            long id = active.unsigned32(S6a.CONTEXT_IDENTIFIER, 0);
            var context = OptionalInt.of((int) id);
            gateway(active, name(active, id, apns), context, at).ifPresent(gateways::add);
            for (var specific : active.all(S6a.SPECIFIC_APN_INFO)) {
                gateway(specific, specific.text(Ietf.SERVICE_SELECTION), context, at)
                        .ifPresent(gateways::add);
            }
        }
        return gateways;
    }

    /** Service-Selection is left out unless the APN was used by way of the wildcard (7.3.127). */
    private static String name(AvpContainer active, long id, List<SubscribedApn> apns) {
        var name = active.text(Ietf.SERVICE_SELECTION);
        if (name.isEmpty()) {
            for (var apn : apns) {
                if (apn.contextId() == id) {
                    return apn.apn().name();
                }
            }
        }
        return name;
    }

    /** The gateway of {@code apn} in a group of MIP6-Agent-Info and Visited-Network-Identifier. */
    static Optional<PdnGateway> gateway(AvpContainer group, String apn, OptionalInt context, Instant at) {
        var agent = group.find(Ietf.MIP6_AGENT_INFO);
        if (apn.isEmpty() || agent.isAbsent()) {
            return Optional.empty();
        }
        var addresses = new ArrayList<String>();
        for (var address : agent.all(Ietf.MIP_HOME_AGENT_ADDRESS)) {
            if (addresses.size() < MOST_ADDRESSES) {
                address.address().map(InetAddress::getHostAddress).ifPresent(addresses::add);
            }
        }
        var host = agent.find(Ietf.MIP_HOME_AGENT_HOST);
        return Optional.of(new PdnGateway(
                apn,
                context,
                host.text(Base.DESTINATION_HOST),
                host.text(Base.DESTINATION_REALM),
                List.copyOf(addresses),
                network(group.text(Cx.VISITED_NETWORK_IDENTIFIER)),
                at));
    }

    /** The network that {@code mncXXX.mccYYY.3gppnetwork.org} names (7.3.105); empty for another form. */
    static Optional<Plmn> network(String name) {
        int country = name.indexOf(COUNTRY_LABEL);
        int mccAt = country + COUNTRY_LABEL.length();
        if (!name.startsWith(NETWORK_PREFIX) || country < 0 || name.length() < mccAt + 3) {
            return Optional.empty();
        }
        return Plmn.parse(name.substring(mccAt, mccAt + 3) + name.substring(NETWORK_PREFIX.length(), country));
    }
}
