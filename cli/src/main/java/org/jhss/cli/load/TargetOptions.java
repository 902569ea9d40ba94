// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.jhss.cli.sim.Listener;
import org.jhss.identity.PeerHost;
import org.jhss.identity.Realm;
import org.jhss.load.plan.LoadPlan;
import org.jhss.load.plan.LoadPlanBuilder;
import org.jhss.platform.config.JhssConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where to connect, and as whom. */
final class TargetOptions {

    @Option(
            names = "--target",
            split = ",",
            paramLabel = "HOST:PORT",
            description = "Where the HSS listens; several are shared out among the peers, and a peer that loses its"
                    + " connection goes to the next. Default: what the configuration says.")
    private List<String> targets = List.of();

    @Option(
            names = "--peers",
            paramLabel = "N",
            defaultValue = "1",
            description = "Connections, each an MME with an Origin-Host of its own. Default: VALUE.")
    private int peers;

    @Option(
            names = "--name",
            paramLabel = "PREFIX",
            defaultValue = "mme",
            description = "First part of the Origin-Hosts (mme001.REALM, ...). Default: VALUE.")
    private String name = "";

    @Option(names = "--realm", paramLabel = "REALM", description = "Destination-Realm. Default: hss.OriginRealm.")
    private @Nullable String realm;

    @Option(names = "--origin-realm", paramLabel = "REALM", description = "Origin-Realm. Default: as --realm.")
    private @Nullable String originRealm;

    @Option(names = "--destination-host", paramLabel = "NAME", description = "Destination-Host. Default: none is sent.")
    private @Nullable String destinationHost;

    LoadPlanBuilder plan(JhssConfig config) throws IOException {
        var destination = realm == null ? config.hss().identity().originRealm() : new Realm(realm);
        var plan = LoadPlan.to(addresses(config))
                .peers(peers)
                .namePrefix(name)
                .destinationRealm(destination)
                .originRealm(originRealm == null ? destination : new Realm(originRealm));
        return destinationHost == null ? plan : plan.destinationHost(new PeerHost(destinationHost));
    }

    private List<InetSocketAddress> addresses(JhssConfig config) throws IOException {
        if (targets.isEmpty()) {
            return List.of(new InetSocketAddress(
                    Listener.address(config), config.hss().listen().port()));
        }
        var addresses = new ArrayList<InetSocketAddress>();
        for (var target : targets) {
            addresses.add(address(target, config.hss().listen().port()));
        }
        return addresses;
    }

    /** The port may be left out; an IPv6 address with a port stands in brackets. */
    private static InetSocketAddress address(String target, int usualPort) throws IOException {
        int colon = target.lastIndexOf(':');
        boolean hasPort = colon >= 0 && (target.indexOf(':') == colon || target.charAt(colon - 1) == ']');
        var host = (hasPort ? target.substring(0, colon) : target).replaceAll("^\\[|\\]$", "");
        try {
            var address =
                    new InetSocketAddress(host, hasPort ? Integer.parseInt(target.substring(colon + 1)) : usualPort);
            if (address.isUnresolved()) {
                throw new IOException("the host " + host + " is not known");
            }
            return address;
        } catch (IllegalArgumentException e) {
            throw new IOException("--target " + target + " is no HOST:PORT", e);
        }
    }
}
