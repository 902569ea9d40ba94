// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.subscription;

import java.util.List;
import java.util.Optional;
import org.jhss.hss.s6a.access.AccessRestrictions;
import org.jhss.hss.s6a.access.Barring;
import org.jhss.hss.s6a.features.SupportedFeatures;
import org.jhss.store.work.PdnGateway;
import org.jhss.store.work.Profile;
import org.jhss.store.work.StaticAddress;
import org.jhss.store.work.SubscriberState;

/**
 * A subscription as one serving node gets it.
 *
 * @param networkAccessMode 7.3.21
 * @param profile what is provisioned for the subscriber
 * @param restrictions radio accesses not allowed
 * @param barring operator determined barring
 * @param apns what it may connect to, in the order of their Context-Identifiers
 * @param addresses fixed addresses
 * @param gateways gateways that serving nodes have notified
 * @param features what the serving node and we have in common
 * @param gprs whether the node asked for GPRS data
 * @param smsRegistered whether the node is registered for SMS
 */
public record Subscription(
        int networkAccessMode,
        Profile profile,
        AccessRestrictions restrictions,
        Barring barring,
        List<SubscribedApn> apns,
        List<StaticAddress> addresses,
        List<PdnGateway> gateways,
        SupportedFeatures features,
        boolean gprs,
        boolean smsRegistered) {

    /**
     * The subscription of {@code subscriber}, loaded with the needs PROFILE and DETAILS; empty when it has none.
     *
     * @param catalogue all APNs
     */
    public static Optional<Subscription> of(
            SubscriberState subscriber, ApnCatalogue catalogue, SupportedFeatures features) {
        if (subscriber.access().isEmpty() || subscriber.profile().isEmpty()) {
            return Optional.empty();
        }
        var profile = subscriber.profile().get();
        return Optional.of(new Subscription(
                subscriber.access().get().networkAccessMode(),
                profile,
                AccessRestrictions.of(profile.restrictions(), subscriber.attributes()),
                Barring.of(profile.barring()),
                SubscribedApn.of(profile, catalogue),
                subscriber.staticAddresses(),
                subscriber.pdnGateways(),
                features,
                false,
                false));
    }

    /** The same with other gateways. */
    public Subscription withGateways(List<PdnGateway> current) {
        return new Subscription(
                networkAccessMode,
                profile,
                restrictions,
                barring,
                apns,
                addresses,
                current,
                features,
                gprs,
                smsRegistered);
    }

    /** The same with GPRS data or without. */
    public Subscription withGprs(boolean wanted) {
        return new Subscription(
                networkAccessMode,
                profile,
                restrictions,
                barring,
                apns,
                addresses,
                gateways,
                features,
                wanted,
                smsRegistered);
    }

    /** The same for a node that is, or is not, registered for SMS. */
    public Subscription withSmsRegistered(boolean registered) {
        return new Subscription(
                networkAccessMode,
                profile,
                restrictions,
                barring,
                apns,
                addresses,
                gateways,
                features,
                gprs,
                registered);
    }

    /** Whether there is an APN that a node with these features can use. */
    public boolean hasUsableApn() {
        for (var apn : apns) {
            if (apn.isUsableWith(features)) {
                return true;
            }
        }
        return false;
    }
}
