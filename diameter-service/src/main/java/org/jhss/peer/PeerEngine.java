// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jhss.diameter.message.Answers;
import org.jhss.peer.base.BaseMessages;
import org.jhss.peer.connection.CloseReason;
import org.jhss.peer.connection.ConnectionContext;
import org.jhss.peer.connection.LaneResources;
import org.jhss.peer.connection.Lanes;
import org.jhss.peer.directory.CertificatePolicy;
import org.jhss.peer.directory.ConfiguredPolicy;
import org.jhss.peer.directory.PeerBook;
import org.jhss.peer.directory.PeerDirectory;
import org.jhss.peer.directory.PeerPolicy;
import org.jhss.peer.metrics.OverloadMetrics;
import org.jhss.peer.metrics.PeerMetrics;
import org.jhss.peer.overload.OverloadControl;
import org.jhss.peer.pending.DuplicateCache;
import org.jhss.peer.policy.ConnectionSlots;
import org.jhss.peer.policy.PolicyChecks;
import org.jhss.peer.relay.AnswerPump;
import org.jhss.peer.transport.Admission;
import org.jhss.peer.transport.IoGroups;
import org.jhss.peer.transport.TcpTransport;
import org.jhss.peer.transport.TlsContexts;
import org.jhss.peer.transport.Transports;
import org.jhss.peer.transport.sctp.SctpMetrics;
import org.jhss.peer.transport.sctp.SctpSupport;
import org.jhss.peer.transport.sctp.SctpTransport;
import org.jhss.platform.bus.Bus;
import org.jhss.platform.bus.BusProducer;
import org.jhss.platform.bus.frame.Frame;
import org.jhss.platform.bus.peers.PeerRegistry;
import org.jhss.platform.config.ListenConfig;
import org.jhss.platform.config.PeerConfig;
import org.jhss.platform.lifecycle.StartFailure;
import org.jspecify.annotations.Nullable;

/**
 * The Diameter peers of one process: sockets, connections, peers, and the way to the bus and back.
 *
 * <p>{@link #close} is graceful: no more connections, new requests answered 3004, what is under way answered, then DPR (REBOOTING) to every
 * peer, and the end when each has said DPA and its connection is over, or some time has passed.
 */
public final class PeerEngine implements AutoCloseable {

    /** RFC 6733 3: end-to-end ids stay unique for four minutes. */
    private static final Duration DUPLICATE_WINDOW = Duration.ofMinutes(4);

    private static final int DUPLICATE_ENTRIES = 1 << 16;
    private static final int DUPLICATE_ANSWER_BYTES = 1 << 23;
    private static final Duration PREPARE = Duration.ofSeconds(2);
    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(4);
    private static final long POLL_MILLIS = 10;

    private final EngineSettings settings;
    private final IoGroups io;
    private final BusProducer producer;
    private final AnswerPump pump;
    private final PeerRegistry registry;
    private final PeerDirectory directory;
    private final Transports transports;
    private final Admission admission;
    private final PeerMetrics metrics;
    private final OverloadControl overload;
    private final ScheduledFuture<?> overloadTimer;
    private final AtomicBoolean draining = new AtomicBoolean();
    private volatile @Nullable Lanes lanes;

    private PeerEngine(EngineSettings settings, Bus bus, MeterRegistry meters) throws StartFailure {
        this.settings = settings;
        var tls = settings.tls().isPresent()
                ? Optional.of(TlsContexts.read(settings.tls().get()))
                : Optional.<TlsContexts>empty();
        boolean sctp = settings.usesSctp() && SctpSupport.isThere(settings.sctpNeededBy());
        this.metrics = new PeerMetrics(meters);
        this.io = IoGroups.start(settings.ioThreads(), sctp);
        this.overload = new OverloadControl(settings.connections().overload());
        this.overloadTimer = overload.start(bus.scheduler(), InstantSource.system());
        this.registry = PeerRegistry.open(bus);
        this.producer = bus.producer(bus.keys().inbound(), this::lost);
        var checks = new PolicyChecks(settings.peering().checks(), meters);
        var configured = new ConfiguredPolicy(settings.peering(), checks);
        var book = new PeerBook(bus.instance(), registry, metrics);
        this.directory = new PeerDirectory(
                settings.own().host(),
                policy(settings, configured),
                book,
                settings.maxPeers(),
                configured.named(),
                settings.forgetAfter(),
                io.group());
        var slots = new ConnectionSlots(
                settings.strangers().most(),
                settings.strangers().mostPerAddress(),
                address -> ConfiguredPolicy.expects(settings.peering(), address),
                checks);
        this.admission = new Admission(slots, metrics);
        var own = settings.own();
        var context = new ConnectionContext(
                settings.connections(),
                own,
                new BaseMessages(own),
                new Answers(own.host().value(), own.realm().value()),
                directory,
                metrics,
                checks,
                slots);
        var duplicates = new DuplicateCache(DUPLICATE_ENTRIES, DUPLICATE_ANSWER_BYTES, DUPLICATE_WINDOW.toMillis());
        var outbound = bus.keys().outbound(bus.instance());
        var shared = new Lanes(
                io.loops(),
                context,
                new LaneResources(
                        bus,
                        producer,
                        outbound,
                        duplicates,
                        overload,
                        new OverloadMetrics(meters, overload),
                        draining,
                        directory));
        this.lanes = shared;
        var consumer = bus.ownConsumer(outbound);
        // Without its stream hss-service would find nobody to answer to; if Redis is away now, the consumer makes it
        // later.
        var _ = consumer.prepare(PREPARE);
        this.pump = AnswerPump.start(consumer, shared);
        this.transports = transports(shared, tls);
        if (sctp) {
            var transport =
                    new SctpTransport(io.associations(), shared, admission, new SctpMetrics(meters), settings.sctp());
            transports.with(PeerConfig.Transport.SCTP, transport);
        }
    }

    private Transports transports(Lanes shared, Optional<TlsContexts> tls) {
        var connections = settings.connections();
        var bounds = new TcpTransport.Bounds(connections.writeBuffer(), connections.capabilitiesTimeout());
        var made = new Transports()
                .with(
                        PeerConfig.Transport.TCP,
                        new TcpTransport(io, shared, metrics, admission, Optional.empty(), bounds));
        tls.ifPresent(contexts -> made.with(
                PeerConfig.Transport.TLS,
                new TcpTransport(io, shared, metrics, admission, Optional.of(contexts), bounds)));
        return made;
    }

    /**
     * Starts listening and connecting.
     *
     * @throws StartFailure when an address or a certificate cannot be used
     */
    public static PeerEngine start(EngineSettings settings, Bus bus, MeterRegistry meters) throws StartFailure {
        var engine = new PeerEngine(settings, bus, meters);
        try {
            engine.transports.listen(PeerConfig.Transport.TCP, settings.listen());
            engine.transports.listen(PeerConfig.Transport.TLS, settings.listenTls());
            engine.transports.listen(PeerConfig.Transport.SCTP, settings.listenSctp());
        } catch (StartFailure e) {
            engine.release();
            throw e;
        }
        engine.directory.connectTo(settings.outgoing(), engine.transports);
        return engine;
    }

    /** Where it listens in plain text. */
    public List<InetSocketAddress> listening() {
        return transports.listening(PeerConfig.Transport.TCP);
    }

    /** Where it listens with TLS. */
    public List<InetSocketAddress> listeningTls() {
        return transports.listening(PeerConfig.Transport.TLS);
    }

    /** Where it listens by SCTP, all addresses of the one listener. */
    public List<InetSocketAddress> listeningSctp() {
        return transports.listening(PeerConfig.Transport.SCTP);
    }

    public PeerMetrics metrics() {
        return metrics;
    }

    /** How many peers are open. */
    public int openPeers() {
        return directory.openCount();
    }

    /** Requests that wait for an answer. */
    public int outstanding() {
        return overload.admission().outstanding();
    }

    @Override
    public synchronized void close() {
        if (draining.getAndSet(true)) {
            return;
        }
        transports.stopListening();
        var drain = settings.connections().requestTimeout();
        await(() -> outstanding() == 0, drain.compareTo(LONGEST_DRAIN) < 0 ? drain : LONGEST_DRAIN);
        directory.stop();
        await(directory::isClosed, settings.connections().disconnectTimeout().plusSeconds(1));
        endConnections();
        release();
    }

    /**
     * A peer counts as closed once its connection has been told to close. Were the event loops stopped before it did, they would cut it off,
     * which is an ABORT in SCTP (RFC 9260 9.1). Connections of nobody yet, and those whose peer said no DPA, are told here.
     */
    private void endConnections() {
        var shared = lanes;
        if (shared != null) {
            shared.close(CloseReason.STOPPED);
            await(shared::isOver, Lanes.LONGEST_CLOSE);
        }
    }

    private void release() {
        overloadTimer.cancel(false);
        pump.close();
        transports.close();
        registry.close();
        io.stop();
        producer.close();
    }

    private void lost(Frame frame) {
        var shared = lanes;
        if (shared != null) {
            shared.lost(frame);
        }
    }

    private static PeerPolicy policy(EngineSettings settings, PeerPolicy configured) {
        return settings.tls().filter(ListenConfig.Tls::verifyOriginHost).isPresent()
                ? new CertificatePolicy(configured)
                : configured;
    }

    private static void await(BooleanSupplier done, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (!done.getAsBoolean() && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
