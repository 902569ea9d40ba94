// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.testkit.diameter;

import java.net.InetAddress;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.CommandDefinition;
import org.jhss.diameter.dictionary.Gx;
import org.jhss.diameter.dictionary.S13;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.dictionary.Vendors;
import org.jhss.diameter.message.MessageWriter;
import org.jhss.identity.PeerHost;
import org.jhss.identity.Plmn;
import org.jhss.identity.Realm;

/**
 * Requests as a well-behaved peer sends them, complete by their grammar; each may then be changed or broken. A test's peer has one
 * of these.
 *
 * @param host the peer's Origin-Host
 * @param realm the peer's Origin-Realm
 * @param homeRealm Destination-Realm, that of the HSS
 * @param visited the network of the peer
 */
public record DiameterRequests(PeerHost host, Realm realm, Realm homeRealm, Plmn visited) {

    /** RAT-Type of E-UTRAN (TS 29.212 5.3.31). */
    public static final int EUTRAN = 1004;

    /** ULR-Flags (TS 29.272 7.3.7): S6a/S6d-Indicator, which says that an MME sends it. */
    public static final int ULR_FLAG_S6A = 1 << 1;

    private static final int NO_STATE_MAINTAINED = 1;

    /** A peer {@code mme01} of network 999 99, and the HSS in the same realm. */
    public static DiameterRequests mme() {
        return mme("mme01");
    }

    /** A peer of that name in network 999 99, and the HSS in the same realm. */
    public static DiameterRequests mme(String name) {
        var realm = new Realm("epc.mnc099.mcc999.3gppnetwork.org");
        return new DiameterRequests(new PeerHost(name + "." + realm.value()), realm, realm, new Plmn("999", "99"));
    }

    /** Capabilities-Exchange-Request (RFC 6733 5.3.1) that offers S6a and S13. */
    public DiameterRequest cer() {
        return new DiameterRequest(Base.CER)
                .with(Base.ORIGIN_HOST, host.value())
                .with(Base.ORIGIN_REALM, realm.value())
                .with(Base.HOST_IP_ADDRESS, out -> out.add(Base.HOST_IP_ADDRESS, InetAddress.getLoopbackAddress()))
                .with(Base.VENDOR_ID, Vendors.THREE_GPP)
                .with(Base.PRODUCT_NAME, "test peer")
                .and(out -> offer(out, S6a.AIR))
                .and(out -> offer(out, S13.ECR));
    }

    /** Device-Watchdog-Request (RFC 6733 5.5.1). */
    public DiameterRequest dwr() {
        return new DiameterRequest(Base.DWR)
                .with(Base.ORIGIN_HOST, host.value())
                .with(Base.ORIGIN_REALM, realm.value());
    }

    private static void offer(MessageWriter out, CommandDefinition command) {
        out.begin(Base.VENDOR_SPECIFIC_APPLICATION_ID)
                .add(Base.VENDOR_ID, Vendors.THREE_GPP)
                .add(Base.AUTH_APPLICATION_ID, command.applicationId())
                .end();
    }

    /** A request with the AVPs that all commands of 3GPP's applications share, and no others. */
    public DiameterRequest bare(CommandDefinition command) {
        return new DiameterRequest(command)
                .with(Base.SESSION_ID, host.value() + ";1;" + DiameterRequest.nextNumber())
                .with(Base.VENDOR_SPECIFIC_APPLICATION_ID, out -> offer(out, command))
                .with(Base.AUTH_SESSION_STATE, NO_STATE_MAINTAINED)
                .with(Base.ORIGIN_HOST, host.value())
                .with(Base.ORIGIN_REALM, realm.value())
                .with(Base.DESTINATION_REALM, homeRealm.value());
    }

    /** Authentication-Information-Request (TS 29.272 7.2.5) for E-UTRAN vectors. */
    public DiameterRequest air(String imsi, int vectors) {
        return bare(S6a.AIR)
                .with(Base.USER_NAME, imsi)
                .with(
                        S6a.REQUESTED_EUTRAN_AUTHENTICATION_INFO,
                        out -> out.begin(S6a.REQUESTED_EUTRAN_AUTHENTICATION_INFO)
                                .add(S6a.NUMBER_OF_REQUESTED_VECTORS, vectors)
                                .end())
                .with(S6a.VISITED_PLMN_ID, visited.encode());
    }

    /** Update-Location-Request (TS 29.272 7.2.3) of an MME. */
    public DiameterRequest ulr(String imsi) {
        return bare(S6a.ULR)
                .with(Base.USER_NAME, imsi)
                .with(Gx.RAT_TYPE, EUTRAN)
                .with(S6a.ULR_FLAGS, ULR_FLAG_S6A)
                .with(S6a.VISITED_PLMN_ID, visited.encode());
    }

    /** Purge-UE-Request (TS 29.272 7.2.13). */
    public DiameterRequest pur(String imsi) {
        return bare(S6a.PUR).with(Base.USER_NAME, imsi);
    }

    /** Notify-Request (TS 29.272 7.2.17). */
    public DiameterRequest nor(String imsi) {
        return bare(S6a.NOR).with(Base.USER_NAME, imsi);
    }

    /** ME-Identity-Check-Request (TS 29.272 7.2.19). */
    public DiameterRequest ecr(String imsi, String imei) {
        return bare(S13.ECR)
                .with(
                        S6a.TERMINAL_INFORMATION,
                        out -> out.begin(S6a.TERMINAL_INFORMATION)
                                .add(S6a.IMEI, imei)
                                .end())
                .with(Base.USER_NAME, imsi);
    }
}
