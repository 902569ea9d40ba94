// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.sim.stack;

import java.time.Duration;
import java.util.ArrayList;
import org.jdiameter.api.Configuration;
import org.jdiameter.client.impl.helpers.AppConfiguration;
import org.jdiameter.client.impl.helpers.EmptyConfiguration;
import org.jdiameter.client.impl.helpers.ExtensionPoint;
import org.jdiameter.client.impl.helpers.Parameters;

/**
 * The configuration of a stack with one outgoing peer, made in code: jDiameter's XML reader ignores what it does not know.
 *
 * <p>It also carries the {@link WireTap} to the connection, which jDiameter creates by reflection.
 */
final class LinkConfiguration extends EmptyConfiguration {

    private static final String PRODUCT_NAME = "jHSS simulated peer";
    /** Long enough never to reconnect by itself within a test or a demo. */
    private static final Duration RECONNECT = Duration.ofHours(1);

    private final transient WireTap tap;

    LinkConfiguration(LinkSettings settings, WireTap tap) {
        this.tap = tap;
        var hss = settings.hss();
        add(Parameters.OwnDiameterURI, "aaa://" + settings.self().host().value() + ":3868");
        add(Parameters.OwnIPAddress, settings.localAddress().getHostAddress());
        add(Parameters.OwnRealm, settings.self().realm().value());
        add(Parameters.OwnVendorID, AvpName.TGPP);
        add(Parameters.OwnProductName, PRODUCT_NAME);
        add(Parameters.OwnFirmwareRevision, 1L);
        // One thread for the peer's state machine: with more, jDiameter reorders messages.
        add(Parameters.PeerFSMThreadCount, 1);
        add(Parameters.MessageTimeOut, settings.requestTimeout().toMillis());
        add(Parameters.CeaTimeOut, settings.connectTimeout().toMillis());
        add(Parameters.RecTimeOut, RECONNECT.toMillis());
        add(Parameters.Dictionary, EmptyConfiguration.getInstance().add(Parameters.DictionaryEnabled, false));
        var applications = new ArrayList<Configuration>();
        for (var application : Application.ALL) {
            applications.add(EmptyConfiguration.getInstance()
                    .add(Parameters.VendorId, AvpName.TGPP)
                    .add(Parameters.AuthApplId, application.id()));
        }
        add(Parameters.ApplicationId, applications.toArray(EMPTY_ARRAY));
        add(Parameters.PeerTable, new Configuration[] {
            EmptyConfiguration.getInstance()
                    .add(Parameters.PeerRating, 1)
                    .add(
                            Parameters.PeerName,
                            "aaa://" + hss.name() + ":" + hss.address().getPort())
                    .add(Parameters.PeerIp, hss.address().getAddress().getHostAddress())
        });
        var internal = (AppConfiguration) getChildren(Parameters.Extensions.ordinal())[ExtensionPoint.Internal.id()];
        internal.add(ExtensionPoint.InternalConnectionClass, WireConnection.class.getName())
                .add(ExtensionPoint.InternalPeerFsmFactory, SteadyStateMachines.class.getName())
                .add(ExtensionPoint.InternalRouterEngine, OnePeerRouter.class.getName())
                .add(ExtensionPoint.InternalSessionDatasource, AnyRequestSource.class.getName());
    }

    WireTap tap() {
        return tap;
    }
}
