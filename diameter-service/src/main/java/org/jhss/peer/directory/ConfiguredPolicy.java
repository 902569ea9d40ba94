// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.directory;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jhss.peer.base.ServedApplications;
import org.jhss.peer.policy.Check;
import org.jhss.peer.policy.Finding;
import org.jhss.peer.policy.PeerTerms;
import org.jhss.peer.policy.PolicyChecks;
import org.jhss.platform.config.AddressRange;
import org.jhss.platform.config.PeeringConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The policy of {@code hss.peers}, {@code hss.allowed_peers} and {@code hss.accept_unknown_peers}. A peer is known by its Origin-Host, never
 * by its address, which several peers of one machine share; address and certificate narrow it. Where several lines are for one host, the
 * first that fits decides, exact names before patterns.
 */
public final class ConfiguredPolicy implements PeerPolicy {

    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredPolicy.class);

    private final List<ListedPeer> listed;
    private final boolean acceptUnknown;
    private final PolicyChecks checks;

    public ConfiguredPolicy(PeeringConfig config, PolicyChecks checks) {
        this.acceptUnknown = config.acceptUnknownPeers();
        this.checks = checks;
        this.listed = listed(config, !checks.isEnforced(Check.APPLICATION));
        if (acceptUnknown) {
            LOG.warn("trusting mode: ANY peer that reaches this port may connect and ask for subscriber data;"
                    + " set hss.accept_unknown_peers to false and list hss.allowed_peers to change that");
        } else if (!checks.isEnforced(Check.PEER)) {
            LOG.warn("hss.checks.peer is not enforced: peers that are not allowed connect all the same");
        }
    }

    private static List<ListedPeer> listed(PeeringConfig config, boolean offersAll) {
        var allowed = config.allowedPeers().stream()
                .map(peer -> ListedPeer.of(peer, offersAll))
                .toList();
        var lines = new ArrayList<ListedPeer>();
        lines.addAll(allowed.stream().filter(line -> line.host().isExact()).toList());
        for (var peer : config.peers()) {
            // What is said of a peer in allowed_peers too is said on purpose.
            if (lines.stream().noneMatch(line -> line.host().matches(peer.host().canonical()))) {
                lines.add(ListedPeer.of(peer));
            }
        }
        lines.addAll(allowed.stream().filter(line -> !line.host().isExact()).toList());
        return List.copyOf(lines);
    }

    /** How many peers the list names one by one. */
    public int named() {
        return (int) listed.stream().filter(line -> line.host().isExact()).count();
    }

    /** Whether peers are listed with that address. */
    public static boolean expects(PeeringConfig config, InetAddress address) {
        return Stream.concat(
                        config.allowedPeers().stream().flatMap(peer -> peer.addresses().stream()),
                        config.peers().stream()
                                .flatMap(peer -> peer.addresses().stream())
                                .flatMap(text -> AddressRange.parse(text).stream()))
                .anyMatch(range -> range.contains(address));
    }

    @Override
    public Decision decide(PeerClaim claim) {
        var name = claim.host().canonical();
        ListedPeer unfit = null;
        var fault = "";
        for (var line : listed) {
            if (line.host().matches(name)) {
                var found = line.fault(claim);
                if (found.isEmpty()) {
                    return new Allowed(line.terms());
                }
                if (unfit == null) {
                    unfit = line;
                    fault = found.get();
                }
            }
        }
        if (unfit != null) {
            return unless(claim, fault, unfit.terms());
        }
        var terms = PeerTerms.ofStranger(ServedApplications.all());
        if (acceptUnknown) {
            checks.trusted(finding(claim, "it is listed nowhere"));
            return new Allowed(terms);
        }
        return unless(claim, "it is not listed", terms);
    }

    private Decision unless(PeerClaim claim, String fault, PeerTerms terms) {
        return checks.refuses(Check.PEER, finding(claim, fault)) ? new Refused(fault) : new Allowed(terms);
    }

    private static Finding finding(PeerClaim claim, String text) {
        return new Finding(claim.host().value(), claim.transport().remote(), "", text);
    }
}
