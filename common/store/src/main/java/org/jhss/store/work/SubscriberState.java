// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jhss.identity.Imsi;
import org.jhss.store.secret.AuthenticationKeys;
import org.jhss.store.secret.StoredKeys;
import org.jspecify.annotations.Nullable;

/**
 * One subscriber within a {@link UnitOfWork}: read what is stored, record what changes. All messages of a batch that concern one
 * IMSI share one state, so each sees what those before it did; IMSIs that refer to one {@code auc} row share its SQN. Changes are
 * written at commit. One thread at a time.
 */
public final class SubscriberState {

    private final Imsi imsi;
    private final int aucId;
    private final @Nullable Access access;
    private final SubscriberRow row;
    private final Versioned<Long> sqn;
    private final Map<NodeType, Versioned<Optional<ServingNode>>> nodes;
    private final Versioned<Optional<LastSeen>> lastSeen;
    private final Versioned<List<PdnGateway>> gateways;
    private final Versioned<Boolean> reachabilityRequested;
    private @Nullable AuthenticationKeys keys;

    /**
     * @param sqn the SQN of the {@code auc} row, one for all states of that row
     */
    SubscriberState(SubscriberRow row, Versioned<Long> sqn, Journal journal) {
        this.row = row;
        this.imsi = row.imsi();
        this.aucId = row.aucId();
        this.access = row.access();
        this.sqn = sqn;
        this.nodes = Map.of(
                NodeType.MME, new Versioned<>(Optional.ofNullable(row.mme()), journal),
                NodeType.SGSN, new Versioned<>(Optional.ofNullable(row.sgsn()), journal));
        this.lastSeen = new Versioned<>(Optional.ofNullable(row.lastSeen()), journal);
        this.gateways = new Versioned<>(List.of(), journal);
        var profile = row.profile();
        this.reachabilityRequested =
                new Versioned<>(profile != null && profile.options().reachabilityRequested(), journal);
    }

    public Imsi imsi() {
        return imsi;
    }

    /** Primary key of the {@code auc} row. */
    public int aucId() {
        return aucId;
    }

    /** Whether and how the subscriber may use the network; empty when there are keys but no subscription. */
    public Optional<Access> access() {
        return Optional.ofNullable(access);
    }

    /**
     * The subscription; empty when there is none.
     *
     * @throws IllegalStateException when the batch did not ask for {@link Need#PROFILE}
     */
    public Optional<Profile> profile() {
        require(Need.PROFILE);
        return Optional.ofNullable(row.profile());
    }

    /**
     * The authentication keys, or why there are none; decrypted at the first call.
     *
     * @throws IllegalStateException when the batch did not ask for {@link Need#AUTHENTICATION}
     */
    public AuthenticationKeys keys() {
        require(Need.AUTHENTICATION);
        if (keys == null) {
            StoredKeys stored = Objects.requireNonNull(row.storedKeys());
            keys = stored.open(row.vault());
        }
        return keys;
    }

    /** The next SQN that was never issued (48 bits, {@code auc.sqn}); 0 where PyHSS left it NULL. */
    public long sqn() {
        return sqn.get();
    }

    /** Sets the next SQN that was never issued. */
    public void setSqn(long next) {
        sqn.set(next);
    }

    /**
     * Where the subscriber is registered, also when purged there.
     *
     * @throws IllegalStateException when the batch did not ask for {@link Need#SERVING_NODES}
     */
    public Optional<ServingNode> node(NodeType type) {
        require(Need.SERVING_NODES);
        return nodeVersions(type).get();
    }

    /**
     * Registers the subscriber at {@code node}.
     *
     * @return the registration of that type that it replaces
     */
    public Optional<ServingNode> register(ServingNode node) {
        requireSubscription();
        var previous = node(node.type());
        nodeVersions(node.type()).set(Optional.of(node));
        return previous;
    }

    /**
     * Marks the registration of that type as purged, keeping it (TS 29.272 5.2.1.3.3).
     *
     * @return false when there is none
     */
    public boolean purge(NodeType type) {
        var current = node(type);
        current.ifPresent(node -> nodeVersions(type).set(Optional.of(node.asPurged())));
        return current.isPresent();
    }

    /**
     * Forgets the registration of that type.
     *
     * @return what was forgotten
     */
    public Optional<ServingNode> deregister(NodeType type) {
        var previous = node(type);
        if (previous.isPresent()) {
            nodeVersions(type).set(Optional.empty());
        }
        return previous;
    }

    /** The cell last seen; needs {@link Need#SERVING_NODES}. */
    public Optional<LastSeen> lastSeen() {
        require(Need.SERVING_NODES);
        return lastSeen.get();
    }

    /** Records the cell the subscriber is in. */
    public void seenAt(LastSeen location) {
        requireSubscription();
        lastSeen.set(Optional.of(location));
    }

    /** Registered PDN gateways; needs {@link Need#DETAILS}. */
    public List<PdnGateway> pdnGateways() {
        require(Need.DETAILS);
        return gateways.get();
    }

    /** Records {@code gateway} in place of that of the same APN. */
    public void putPdnGateway(PdnGateway gateway) {
        requireSubscription();
        var changed = new ArrayList<>(pdnGateways());
        changed.removeIf(other -> other.apn().equalsIgnoreCase(gateway.apn()));
        changed.add(gateway);
        gateways.set(List.copyOf(changed));
    }

    /**
     * Forgets the gateway of {@code apn}.
     *
     * @return false when there was none
     */
    public boolean removePdnGateway(String apn) {
        var changed = new ArrayList<>(pdnGateways());
        boolean removed = changed.removeIf(other -> other.apn().equalsIgnoreCase(apn));
        if (removed) {
            gateways.set(List.copyOf(changed));
        }
        return removed;
    }

    /** Free attributes by name, such as {@code rat_restriction_4g}; needs {@link Need#DETAILS}. */
    public Map<String, String> attributes() {
        require(Need.DETAILS);
        return row.details().attributes();
    }

    /** Fixed addresses; needs {@link Need#DETAILS}. */
    public List<StaticAddress> staticAddresses() {
        require(Need.DETAILS);
        return row.details().addresses();
    }

    /** Whether someone waits to hear that the UE is reachable (URRP-MME and URRP-SGSN); needs {@link Need#PROFILE}. */
    public boolean isReachabilityRequested() {
        require(Need.PROFILE);
        return reachabilityRequested.get();
    }

    /** Records that someone waits, or no longer, for UE reachability. */
    public void setReachabilityRequested(boolean requested) {
        requireSubscription();
        require(Need.PROFILE);
        reachabilityRequested.set(requested);
    }

    Versioned<Long> sqnVersions() {
        return sqn;
    }

    Versioned<Optional<ServingNode>> nodeVersions(NodeType type) {
        return Objects.requireNonNull(nodes.get(type));
    }

    Versioned<Optional<LastSeen>> lastSeenVersions() {
        return lastSeen;
    }

    Versioned<List<PdnGateway>> gatewayVersions() {
        return gateways;
    }

    Versioned<Boolean> reachabilityVersions() {
        return reachabilityRequested;
    }

    SubscriberRow row() {
        return row;
    }

    /** Primary key of the {@code subscriber} row; callers have seen that there is one. */
    int subscriberId() {
        return requireSubscription().subscriberId();
    }

    private Access requireSubscription() {
        if (access == null) {
            throw new IllegalStateException("this IMSI has keys, but no subscription");
        }
        return access;
    }

    private void require(Need need) {
        if (!row.needs().contains(need)) {
            throw new IllegalStateException("the batch was not prefetched with " + need);
        }
    }

    @Override
    public String toString() {
        return "SubscriberState[" + imsi + "]";
    }
}
