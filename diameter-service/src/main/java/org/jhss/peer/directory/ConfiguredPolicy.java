// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.directory;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jhss.identity.PeerHost;
import org.jhss.identity.Realm;
import org.jhss.peer.base.ServedApplications;
import org.jhss.platform.config.PeeringConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The policy of {@code hss.peers}, {@code hss.allowed_peers} and {@code hss.accept_unknown_peers}. A peer is known by its Origin-Host, never
 * by its address, which several peers of one machine share; the address may only narrow it.
 */
public final class ConfiguredPolicy implements PeerPolicy {

    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredPolicy.class);

    private final Map<PeerHost, Rule> rules = new HashMap<>();
    private final boolean acceptUnknown;

    private record Rule(Optional<Realm> realm, List<String> addresses, List<String> applications) {}

    public ConfiguredPolicy(PeeringConfig config) {
        this.acceptUnknown = config.acceptUnknownPeers();
        for (var peer : config.peers()) {
            rules.put(peer.host(), new Rule(peer.realm(), List.of(), peer.applications()));
        }
        for (var peer : config.allowedPeers()) {
            rules.put(peer.host(), new Rule(peer.realm(), peer.addresses(), peer.applications()));
        }
        if (acceptUnknown) {
            LOG.warn("trusting mode: ANY peer that reaches this port may connect and ask for subscriber data;"
                    + " set hss.accept_unknown_peers to false and list hss.allowed_peers to change that");
        }
    }

    @Override
    public Decision decide(PeerClaim claim) {
        var rule = rules.get(claim.host());
        if (rule == null) {
            return acceptUnknown ? new Allowed(ServedApplications.all()) : new Refused("it is not listed");
        }
        if (rule.realm().isPresent() && !rule.realm().get().equals(claim.realm())) {
            return new Refused("its realm is " + claim.realm());
        }
        if (!rule.addresses().isEmpty()
                && !isFrom(rule.addresses(), claim.transport().remote().getAddress())) {
            return new Refused("its address is not listed");
        }
        return new Allowed(ServedApplications.named(rule.applications()));
    }

    private static boolean isFrom(List<String> addresses, InetAddress address) {
        for (var allowed : addresses) {
            try {
                for (var candidate : InetAddress.getAllByName(allowed)) {
                    if (candidate.equals(address)) {
                        return true;
                    }
                }
            } catch (UnknownHostException _) {
                LOG.warn("hss.allowed_peers: {} has no address", allowed);
            }
        }
        return false;
    }
}
