// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.work;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.jhss.identity.Imei;
import org.jhss.identity.Plmn;

/**
 * A registration of a subscriber at an MME or SGSN, as its Update-Location left it.
 *
 * @param type which of the two
 * @param address how to reach the node
 * @param registeredAt time of the last Update-Location
 * @param purged the node has purged the subscriber and the HSS keeps the registration (TS 29.272 5.2.1.3.3)
 * @param ulrFlags ULR-Flags (7.3.7) of the last Update-Location
 * @param ratType RAT-Type (TS 29.212 5.3.31)
 * @param visitedPlmn Visited-PLMN-Id
 * @param capabilities what the node can do
 * @param terminal the device in use
 * @param sms how the node takes part in SMS
 * @param reachabilityRequested the node was asked to report UE reachability
 * @param alerts what the node has notified of since it registered
 */
public record ServingNode(
        NodeType type,
        Address address,
        Instant registeredAt,
        boolean purged,
        long ulrFlags,
        OptionalInt ratType,
        Optional<Plmn> visitedPlmn,
        Capabilities capabilities,
        Optional<Imei> terminal,
        Sms sms,
        boolean reachabilityRequested,
        Alerts alerts) {

    /**
     * How to reach a node.
     *
     * @param host Origin-Host of the node
     * @param realm its Origin-Realm, or ""
     * @param peer the adjacent peer its requests come from, PyHSS's {@code <peer>;<own Origin-Host>}, or ""
     * @param connection where that peer is connected: a hint that may be out of date, or ""
     */
    public record Address(String host, String realm, String peer, String connection) {

        /** The adjacent peer without the HSS it was connected to. */
        public String adjacentPeer() {
            int semicolon = peer.indexOf(';');
            return semicolon < 0 ? peer : peer.substring(0, semicolon);
        }
    }

    /**
     * What a node can do.
     *
     * @param features1 Feature-List with id 1 (7.3.10.1), bit mask
     * @param features2 Feature-List with id 2 (7.3.10.2), bit mask
     * @param ueSrvcc UE-SRVCC-Capability (7.3.130)
     * @param homogeneousImsVoice Homogeneous-Support-of-IMS-Voice-Over-PS-Sessions (7.3.107)
     */
    public record Capabilities(long features1, long features2, OptionalInt ueSrvcc, OptionalInt homogeneousImsVoice) {

        public static final Capabilities NONE = new Capabilities(0, 0, OptionalInt.empty(), OptionalInt.empty());
    }

    /**
     * How a node takes part in SMS.
     *
     * @param registered the MME is registered for SMS (SMS-Register-Request, 7.3.162)
     * @param mmeNumber MME-Number-for-MT-SMS (7.3.159), digits, or ""
     * @param sgsnNumber SGSN-Number (7.3.102), digits, or ""
     * @param gmlcAddress GMLC-Address (7.3.109), or ""
     */
    public record Sms(boolean registered, String mmeNumber, String sgsnNumber, String gmlcAddress) {

        public static final Sms NONE = new Sms(false, "", "", "");
    }

    /**
     * What a node has notified of (TS 29.272 5.2.5.1.2), for who delivers short messages. A new registration and a purge end it.
     *
     * @param readyForSm the node is ready for short messages again (NOR-Flags, 7.3.49)
     * @param reason Alert-Reason (7.3.83) of the last alert: 0 the terminal is present, 1 it has memory available
     * @param at when the last alert came
     * @param availableUntil Maximum-UE-Availability-Time: until when a terminal that saves power is expected to be reachable
     * @param areaRestricted the SGSN's whole area is restricted by regional subscription (NOR-Flags)
     */
    public record Alerts(
            boolean readyForSm,
            OptionalInt reason,
            Optional<Instant> at,
            Optional<Instant> availableUntil,
            boolean areaRestricted) {

        public static final Alerts NONE =
                new Alerts(false, OptionalInt.empty(), Optional.empty(), Optional.empty(), false);
    }

    /** A registration of which only the address is known. */
    public static ServingNode at(NodeType type, Address address, Instant registeredAt) {
        return new ServingNode(
                type,
                address,
                registeredAt,
                false,
                0,
                OptionalInt.empty(),
                Optional.empty(),
                Capabilities.NONE,
                Optional.empty(),
                Sms.NONE,
                false,
                Alerts.NONE);
    }

    /** The same registration, purged: nothing more is expected of the node, nor is what it notified of true any longer. */
    public ServingNode asPurged() {
        return new ServingNode(
                type,
                address,
                registeredAt,
                true,
                ulrFlags,
                ratType,
                visitedPlmn,
                capabilities,
                terminal,
                sms,
                false,
                Alerts.NONE);
    }

    /** The same registration with another device. */
    public ServingNode withTerminal(Imei imei) {
        return new ServingNode(
                type,
                address,
                registeredAt,
                purged,
                ulrFlags,
                ratType,
                visitedPlmn,
                capabilities,
                Optional.of(imei),
                sms,
                reachabilityRequested,
                alerts);
    }

    /** The same registration of a node that can do something else. */
    public ServingNode withCapabilities(Capabilities others) {
        return new ServingNode(
                type,
                address,
                registeredAt,
                purged,
                ulrFlags,
                ratType,
                visitedPlmn,
                others,
                terminal,
                sms,
                reachabilityRequested,
                alerts);
    }

    /** The same registration with another part in SMS. */
    public ServingNode withSms(Sms other) {
        return new ServingNode(
                type,
                address,
                registeredAt,
                purged,
                ulrFlags,
                ratType,
                visitedPlmn,
                capabilities,
                terminal,
                other,
                reachabilityRequested,
                alerts);
    }

    /** The same registration, with or without a pending request for UE reachability. */
    public ServingNode withReachabilityRequested(boolean requested) {
        return new ServingNode(
                type,
                address,
                registeredAt,
                purged,
                ulrFlags,
                ratType,
                visitedPlmn,
                capabilities,
                terminal,
                sms,
                requested,
                alerts);
    }

    /** The same registration of a node that has notified of something else. */
    public ServingNode withAlerts(Alerts others) {
        return new ServingNode(
                type,
                address,
                registeredAt,
                purged,
                ulrFlags,
                ratType,
                visitedPlmn,
                capabilities,
                terminal,
                sms,
                reachabilityRequested,
                others);
    }
}
