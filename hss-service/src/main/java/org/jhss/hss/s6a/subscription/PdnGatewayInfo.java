// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.subscription;

import java.util.List;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.Cx;
import org.jhss.diameter.dictionary.Ietf;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.MessageWriter;
import org.jhss.identity.Plmn;
import org.jhss.store.reference.ApnProfile;
import org.jhss.store.work.PdnGateway;

/** Which PDN gateway serves an APN: MIP6-Agent-Info and its companions (TS 29.272 7.3.45, 7.3.44, 7.3.105). */
final class PdnGatewayInfo {

    private static final int STATIC = 0;
    private static final int DYNAMIC = 1;
    private static final int MNC_DIGITS = 3;

    private PdnGatewayInfo() {}

    /** Whether a gateway is provisioned by which it can be found: PyHSS lets any text in, and a host is nothing without its realm. */
    static boolean isProvisioned(ApnProfile apn) {
        var gateways = apn.gateways();
        return gateways.pgwAddress().flatMap(Addresses::parse).isPresent()
                || (gateways.host().isPresent() && gateways.realm().isPresent());
    }

    /** Whether a gateway is provisioned that no notified one replaces; the absence of an allocation type means so (7.3.44). */
    static boolean isStatic(ApnProfile apn) {
        return isProvisioned(apn) && apn.extras().allocationType().orElse(STATIC) == STATIC;
    }

    /** Adds the provisioned gateway. */
    static void writeProvisioned(MessageWriter writer, ApnProfile apn) {
        var gateways = apn.gateways();
        writeAgent(
                writer,
                gateways.pgwAddress().map(List::of).orElse(List.of()),
                gateways.host().orElse(""),
                gateways.realm().orElse(""));
    }

    /** Adds the gateway that the serving node has notified. */
    static void writeDynamic(MessageWriter writer, PdnGateway gateway) {
        writeAgentAndNetwork(writer, gateway);
        writer.add(S6a.PDN_GW_ALLOCATION_TYPE, DYNAMIC);
    }

    /** Adds the gateway of one APN that was used by way of the wildcard APN (7.3.82). */
    static void writeSpecific(MessageWriter writer, PdnGateway gateway) {
        writer.begin(S6a.SPECIFIC_APN_INFO).add(Ietf.SERVICE_SELECTION, gateway.apn());
        writeAgentAndNetwork(writer, gateway);
        writer.end();
    }

    private static void writeAgentAndNetwork(MessageWriter writer, PdnGateway gateway) {
        writeAgent(writer, gateway.addresses(), gateway.host(), gateway.realm());
        gateway.visitedPlmn().ifPresent(plmn -> writer.add(Cx.VISITED_NETWORK_IDENTIFIER, networkName(plmn)));
    }

    static void writeAgent(MessageWriter writer, List<String> addresses, String host, String realm) {
        writer.begin(Ietf.MIP6_AGENT_INFO);
        for (var address : addresses) {
            Addresses.parse(address).ifPresent(ip -> writer.add(Ietf.MIP_HOME_AGENT_ADDRESS, ip));
        }
        if (!host.isEmpty() && !realm.isEmpty()) {
            writer.begin(Ietf.MIP_HOME_AGENT_HOST)
                    .add(Base.DESTINATION_REALM, realm)
                    .add(Base.DESTINATION_HOST, host)
                    .end();
        }
        writer.end();
    }

    /** TS 29.272 7.3.105. */
    private static String networkName(Plmn plmn) {
        var mnc = "0".repeat(MNC_DIGITS - plmn.mnc().length()) + plmn.mnc();
        return "mnc" + mnc + ".mcc" + plmn.mcc() + ".3gppnetwork.org";
    }
}
