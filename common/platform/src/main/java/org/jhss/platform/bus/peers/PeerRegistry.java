// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus.peers;

import java.util.List;
import java.util.Optional;
import org.jhss.identity.PeerHost;
import org.jhss.platform.bus.Bus;

/**
 * The connections to Diameter peers of all diameter-service instances. An instance's records live for 15 seconds and are refreshed every
 * 5, so those of a process that died vanish by themselves. Changes reach the other processes by a notification at once, and at the latest
 * when their copy is two seconds old. Thread-safe.
 */
public final class PeerRegistry implements AutoCloseable {

    private final OwnPeers own;
    private final PeerDirectory directory;

    private PeerRegistry(OwnPeers own, PeerDirectory directory) {
        this.own = own;
        this.directory = directory;
    }

    /** Opens the registry; one per process. */
    public static PeerRegistry open(Bus bus) {
        return new PeerRegistry(new OwnPeers(bus), new PeerDirectory(bus));
    }

    /** Writes a record of this process, replacing the one of the same {@link PeerRecord#key key}, and tells the others. Does not wait. */
    public void publish(PeerRecord peer) {
        own.publish(peer);
    }

    /**
     * Takes new counters and the like of a record of this process without telling the others; they are written with the next refresh.
     */
    public void update(PeerRecord peer) {
        own.update(peer);
    }

    /** Removes a record of this process and tells the others. Does not wait. */
    public void remove(PeerRecord peer) {
        own.remove(peer);
    }

    /** All records of all processes. The first call waits for Redis; while Redis is away the last ones known are given. */
    public List<PeerRecord> snapshot() {
        return directory.view().all();
    }

    /** The newest open connection to {@code host}, whatever the case of its letters. */
    public Optional<PeerLocation> find(PeerHost host) {
        return directory.view().find(host);
    }

    /** Removes all records of this process. */
    @Override
    public void close() {
        own.close();
        directory.close();
    }
}
