// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.sim.stack;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jdiameter.api.ApplicationId;
import org.jdiameter.api.AvpDataException;
import org.jdiameter.api.DisconnectCause;
import org.jdiameter.api.EventListener;
import org.jdiameter.api.IllegalDiameterStateException;
import org.jdiameter.api.InternalException;
import org.jdiameter.api.OverloadException;
import org.jdiameter.api.Peer;
import org.jdiameter.api.PeerState;
import org.jdiameter.api.PeerTable;
import org.jdiameter.api.Request;
import org.jdiameter.api.RouteException;
import org.jdiameter.api.SessionFactory;
import org.jdiameter.client.api.IMessage;
import org.jdiameter.client.api.parser.IMessageParser;
import org.jdiameter.client.impl.StackImpl;
import org.jdiameter.common.api.data.ISessionDatasource;

/**
 * One Diameter connection of a simulated peer, run by a jDiameter client stack of its own. Thread-safe.
 *
 * <p>jDiameter starts to read a quarter of a second after connecting, so {@link #open} takes at least that long; afterwards
 * messages flow at once. Several links may live in one JVM: what their stacks share is a dictionary that is not used
 * and a table size that is the same for all.
 */
public final class DiameterLink implements AutoCloseable {

    private static final Duration GOODBYE = Duration.ofSeconds(2);
    private static final Duration POLL = Duration.ofMillis(5);

    private final LinkSettings settings;
    private final WireTap tap;
    private final StackImpl stack;
    private final SessionFactory sessions;

    private DiameterLink(LinkSettings settings, WireTap tap, StackImpl stack, SessionFactory sessions) {
        this.settings = settings;
        this.tap = tap;
        this.stack = stack;
        this.sessions = sessions;
    }

    /**
     * Connects and exchanges capabilities.
     *
     * @param handler answers what the HSS asks
     * @param wire sees every message as bytes, on the threads that send and read; must not block
     * @throws PeerException when there is no connection, no CEA in time, or a CEA that refuses
     */
    public static DiameterLink open(LinkSettings settings, RequestHandler handler, Consumer<WireFrame> wire)
            throws PeerException {
        var tap = new WireTap();
        tap.addListener(wire);
        var stack = new StackImpl();
        try {
            var sessions = stack.init(new LinkConfiguration(settings, tap));
            var link = new DiameterLink(settings, tap, stack, sessions);
            var requests = stack.getAssemblerFacility().getComponentInstance(ISessionDatasource.class);
            ((AnyRequestSource) requests)
                    .setFallback(new InboundRequests(settings.self(), handler, tap)::processRequest);
            stack.start();
            link.awaitOpen();
            return link;
        } catch (PeerException e) {
            stack.destroy();
            throw e;
        } catch (IllegalDiameterStateException | InternalException e) {
            stack.destroy();
            throw new PeerException(PeerException.Reason.NOT_CONNECTED, "the Diameter stack did not start", e);
        }
    }

    /**
     * Sends a request and waits for its answer.
     *
     * @param content writes the AVPs besides Session-Id, Vendor-Specific-Application-Id, Auth-Session-State, Origin-* and
     *     Destination-*
     * @throws PeerException when not connected, or when no answer comes in time
     */
    public Answer exchange(Command command, Consumer<AvpWriter> content) throws PeerException {
        var session = newSession();
        try {
            var request = session.createRequest(
                    command.code(),
                    ApplicationId.createByAuthAppId(
                            AvpName.TGPP, command.application().id()),
                    settings.hss().realm().value());
            request.setProxiable(true);
            var writer = new AvpWriter(request.getAvps());
            writer.add(AvpName.AUTH_SESSION_STATE, NO_STATE_MAINTAINED);
            settings.hss().destinationHost().ifPresent(host -> writer.add(AvpName.DESTINATION_HOST, host.value()));
            content.accept(writer);
            var arrived = new CompletableFuture<IMessage>();
            session.send(request, listener(arrived), settings.requestTimeout().toMillis(), TimeUnit.MILLISECONDS);
            return answer((IMessage) request, await(command, arrived));
        } catch (RouteException e) {
            throw new PeerException(PeerException.Reason.NOT_CONNECTED, "not connected to " + place(), e);
        } catch (InternalException | IllegalDiameterStateException | OverloadException e) {
            throw new PeerException(PeerException.Reason.NOT_CONNECTED, "could not send to " + place(), e);
        } finally {
            session.release();
        }
    }

    /** Whether the capabilities exchange is done and the connection still open. */
    public boolean isOpen() {
        return peer().getState(PeerState.class) == PeerState.OKAY;
    }

    /** Says DPR, waits a little for DPA, and closes. */
    @Override
    public void close() {
        try {
            if (isOpen()) {
                stack.stop(GOODBYE.toMillis(), TimeUnit.MILLISECONDS, DisconnectCause.REBOOTING);
            }
        } catch (InternalException | IllegalDiameterStateException ignored) {
            // The HSS did not say goodbye in time; the connection ends all the same.
        } finally {
            stack.destroy();
        }
    }

    private static final long NO_STATE_MAINTAINED = 1;

    private org.jdiameter.api.Session newSession() throws PeerException {
        try {
            return sessions.getNewSession();
        } catch (InternalException e) {
            throw new PeerException(PeerException.Reason.NOT_CONNECTED, "the connection is closed", e);
        }
    }

    private static EventListener<Request, org.jdiameter.api.Answer> listener(CompletableFuture<IMessage> arrived) {
        return new EventListener<>() {
            @Override
            public void receivedSuccessMessage(Request request, org.jdiameter.api.Answer answer) {
                arrived.complete((IMessage) answer);
            }

            @Override
            public void timeoutExpired(Request request) {
                arrived.completeExceptionally(new TimeoutException());
            }
        };
    }

    private IMessage await(Command command, CompletableFuture<IMessage> arrived) throws PeerException {
        try {
            return arrived.get(settings.requestTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PeerException(PeerException.Reason.NO_ANSWER, "interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new PeerException(
                    PeerException.Reason.NO_ANSWER,
                    "no answer to " + command + " within "
                            + settings.requestTimeout().toMillis() + " ms from " + place(),
                    e);
        }
    }

    private Answer answer(IMessage request, IMessage answer) {
        long id = answer.getHopByHopIdentifier();
        var sent = tap.takeOwnRequest(request.getHopByHopIdentifier()).orElseThrow();
        var received = tap.takeAnswer(id).orElseThrow();
        var avps = new Avps(answer.getAvps());
        return new Answer(avps.outcome(), answer.isError(), avps, sent, received);
    }

    private void awaitOpen() throws PeerException {
        long deadline = System.nanoTime() + settings.connectTimeout().toNanos();
        while (!isOpen()) {
            if (tap.connectFailure().isDone()) {
                throw new PeerException(
                        PeerException.Reason.UNREACHABLE,
                        "nothing accepts connections at " + place(),
                        tap.connectFailure().join());
            }
            if (tap.capabilitiesAnswer().isDone()) {
                checkCapabilities(tap.capabilitiesAnswer().join());
            }
            if (System.nanoTime() - deadline > 0) {
                throw new PeerException(
                        PeerException.Reason.NO_CAPABILITIES_ANSWER,
                        "no capabilities answer within "
                                + settings.connectTimeout().toMillis() + " ms from " + place());
            }
            pause();
        }
    }

    private static void pause() throws PeerException {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PeerException(PeerException.Reason.NOT_CONNECTED, "interrupted", e);
        }
    }

    private void checkCapabilities(WireFrame frame) throws PeerException {
        try {
            var parser = stack.getAssemblerFacility().getComponentInstance(IMessageParser.class);
            var outcome = new Avps(parser.createMessage(frame.bytes()).getAvps()).outcome();
            if (!outcome.isSuccess()) {
                throw new PeerException(
                        PeerException.Reason.REFUSED, place() + " refused the connection with result code " + outcome);
            }
        } catch (AvpDataException e) {
            throw new PeerException(PeerException.Reason.REFUSED, "the capabilities answer is malformed", e);
        }
    }

    private String place() {
        var address = settings.hss().address();
        return address.getAddress().getHostAddress() + " port " + address.getPort();
    }

    private Peer peer() {
        try {
            return stack.unwrap(PeerTable.class).getPeerTable().getFirst();
        } catch (InternalException e) {
            throw new IllegalStateException(e);
        }
    }
}
