// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.directory;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jhss.diameter.dictionary.Application;
import org.jhss.identity.PeerHost;
import org.jhss.peer.connection.Connection;
import org.jhss.peer.fsm.PeerState;
import org.jhss.platform.bus.peers.PeerRecord;

/** What is told of one peer: its record, made of its last connection and its comings and goings. Not thread-safe. */
final class PeerHistory {

    private final String instance;
    private final PeerHost host;
    private Optional<Connection> connection = Optional.empty();

    /** What is kept of the last connection once it is gone: the connection itself may hold a lot. */
    private Optional<PeerRecord> gone = Optional.empty();

    private List<Long> applications = List.of();
    private PeerState state = PeerState.CLOSED;
    private Instant since = Instant.now();
    private Optional<Instant> lastConnect = Optional.empty();
    private Optional<Instant> lastDisconnect = Optional.empty();
    private int reconnections = -1;

    PeerHistory(String instance, PeerHost host) {
        this.instance = instance;
        this.host = host;
    }

    void opened(Connection by, List<Application> common) {
        connection = Optional.of(by);
        applications = common.stream()
                .map(application -> Integer.toUnsignedLong(application.id()))
                .toList();
        lastConnect = Optional.of(Instant.now());
        reconnections++;
    }

    void left() {
        lastDisconnect = Optional.of(Instant.now());
    }

    void entered(PeerState next) {
        state = next;
        since = Instant.now();
        if (next == PeerState.CLOSED) {
            gone = record();
            connection = Optional.empty();
        }
    }

    /** When the peer was last connected; empty while it is. */
    Optional<Instant> goneSince() {
        return state == PeerState.CLOSED ? lastDisconnect : Optional.empty();
    }

    /** The record; empty while there was no connection yet. */
    Optional<PeerRecord> record() {
        return connection.map(this::record).or(() -> gone.map(this::again));
    }

    private PeerRecord record(Connection by) {
        return new PeerRecord(
                instance,
                by.id(),
                new PeerRecord.Address(
                        by.remote().getAddress().getHostAddress(),
                        by.remote().getPort(),
                        by.transport().name()),
                new PeerRecord.Identity(
                        Optional.of(host),
                        by.capabilities().map(c -> c.realm().value()).orElse(""),
                        PeerKind.of(host)),
                presentState(),
                comingsAndGoings(),
                applications,
                counters(by));
    }

    private PeerRecord again(PeerRecord last) {
        return new PeerRecord(
                last.instance(),
                last.connectionId(),
                last.address(),
                last.identity(),
                presentState(),
                comingsAndGoings(),
                last.applications(),
                last.counters());
    }

    private PeerRecord.State presentState() {
        return new PeerRecord.State(state.isOpen(), state.label(), since);
    }

    private PeerRecord.History comingsAndGoings() {
        return new PeerRecord.History(lastConnect, lastDisconnect, Math.max(reconnections, 0));
    }

    private static Map<String, Long> counters(Connection connection) {
        var of = connection.counters();
        var counters = new HashMap<String, Long>();
        counters.put("RequestsIn", of.requestsIn());
        counters.put("AnswersOut", of.answersOut());
        counters.put("RequestsOut", of.requestsOut());
        counters.put("AnswersIn", of.answersIn());
        counters.put("LastActivity", of.lastActivityMillis());
        connection.capabilities().ifPresent(capabilities -> {
            counters.put("VendorId", Integer.toUnsignedLong(capabilities.vendorId()));
            capabilities.originStateId().ifPresent(id -> counters.put("OriginStateId", id));
        });
        return counters;
    }
}
