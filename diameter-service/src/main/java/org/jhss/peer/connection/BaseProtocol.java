// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.connection;

import java.util.Arrays;
import java.util.List;
import org.jhss.diameter.dictionary.Application;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.CommandDefinition;
import org.jhss.diameter.message.Header;
import org.jhss.diameter.message.Malformation;
import org.jhss.diameter.message.MalformedValueException;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.ResultCode;
import org.jhss.peer.base.CapabilitiesReader;
import org.jhss.peer.base.DisconnectCause;
import org.jhss.peer.fsm.Watchdog;
import org.jhss.peer.fsm.WatchdogState;
import org.jhss.peer.metrics.PeerMetrics.Drop;
import org.jspecify.annotations.Nullable;

/**
 * CER, DWR and DPR of one connection, both ways (RFC 6733 5.3 to 5.5). On the connection's event loop only.
 *
 * <p>A second CER on an open connection, which RFC 6733 no longer has a use for and RFC 3588 peers send, is answered again with success
 * as long as it comes from the same Origin-Host; from another one it is answered 3010 and the connection is closed.
 */
final class BaseProtocol {

    private static final byte[] NO_AVP = new byte[0];

    private final Connection connection;
    private final Lane lane;
    private final ConnectionTimers timers;
    private final ConnectionContext context;
    private byte[] heldRequest = NO_AVP;
    private List<Application> offered = List.of();
    private @Nullable Watchdog watchdog;
    private boolean disconnectAnswered;
    private final BaseRequests requests = new BaseRequests();

    BaseProtocol(Connection connection, Lane lane, ConnectionTimers timers) {
        this.connection = connection;
        this.lane = lane;
        this.timers = timers;
        this.context = lane.context();
    }

    boolean isDisconnectAnswered() {
        return disconnectAnswered;
    }

    /** Whether our CER or CEA named that application. */
    boolean offers(int applicationId) {
        for (int i = 0; i < offered.size(); i++) {
            if (offered.get(i).id() == applicationId) {
                return true;
            }
        }
        return false;
    }

    // --- what comes ---

    void message(byte[] octets, int length, boolean request) {
        int command = Header.commandCode(octets, 0);
        boolean exchange = command == Base.CER.code();
        if (connection.phase() == ConnectionPhase.EXCHANGING && (!exchange || request == connection.isInitiator())) {
            tooEarly();
            return;
        }
        if (connection.phase() == ConnectionPhase.CLOSED) {
            return;
        }
        switch (lane.reader().read(octets, 0, length)) {
            case Malformation malformation -> malformed(malformation, exchange);
            case Message message -> {
                try {
                    if (request) {
                        request(command, message);
                    } else {
                        answer(command, message);
                    }
                } catch (MalformedValueException e) {
                    unreadable(message, exchange, e);
                }
            }
        }
    }

    private void unreadable(Message message, boolean exchange, MalformedValueException why) {
        if (message.isRequest()) {
            lane.gate().reject(connection, message, ResultCode.INVALID_AVP_LENGTH, why.failedAvp());
        } else if (exchange && connection.phase() == ConnectionPhase.EXCHANGING) {
            context.listener()
                    .capabilitiesFailed(connection, "CEA: " + why.fault().description());
            connection.finish(CloseReason.CAPABILITIES_REFUSED);
        }
    }

    /** Something else than CER or CEA came first: not a Diameter peer, or one that will not be (RFC 6733 5.3). */
    void tooEarly() {
        context.metrics().dropped(Drop.BEFORE_CAPABILITIES);
        if (connection.isInitiator()) {
            context.listener().capabilitiesFailed(connection, "something else than CEA came");
        }
        connection.finish(CloseReason.PROTOCOL);
    }

    private void malformed(Malformation malformation, boolean exchange) {
        lane.gate().reject(connection, malformation);
        if (exchange && connection.phase() == ConnectionPhase.EXCHANGING) {
            if (connection.isInitiator()) {
                context.listener().capabilitiesFailed(connection, malformation.toString());
            }
            connection.finish(CloseReason.CAPABILITIES_REFUSED);
        }
    }

    private void request(int command, Message message) {
        if (message.isError()) {
            lane.gate().reject(connection, message, ResultCode.INVALID_HDR_BITS, NO_AVP);
        } else if (command == Base.CER.code()) {
            capabilitiesRequest(message);
        } else if (command == Base.DWR.code()) {
            context.messages().watchdogAnswer(lane.startWriting(), message);
            lane.send(connection);
        } else if (command == Base.DPR.code()) {
            heldRequest = message.toOctets();
            var cause =
                    DisconnectCause.of(message.enumerated(Base.DISCONNECT_CAUSE, DisconnectCause.REBOOTING.value()));
            context.listener().disconnectRequested(connection, cause);
        } else {
            lane.gate().reject(connection, message, ResultCode.COMMAND_UNSUPPORTED, NO_AVP);
        }
    }

    private void answer(int command, Message message) {
        if (!requests.answered(command, message.hopByHop())) {
            context.metrics().dropped(Drop.PEER_ANSWER_WITHOUT_REQUEST);
        } else if (command == Base.CER.code()) {
            capabilitiesAnswer(message);
        } else if (command == Base.DWR.code()) {
            watchdogAnswer();
        } else if (command == Base.DPR.code() && connection.phase() == ConnectionPhase.CLOSING) {
            context.listener().disconnectAnswered(connection);
        } else {
            context.metrics().dropped(Drop.PEER_ANSWER_WITHOUT_REQUEST);
        }
    }

    private void capabilitiesRequest(Message message) {
        heldRequest = message.toOctets();
        switch (CapabilitiesReader.read(message)) {
            case CapabilitiesReader.Fault fault -> {
                sendCapabilitiesRefusal(fault.code(), fault.message(), fault.failedAvp());
                connection.finish(CloseReason.CAPABILITIES_REFUSED);
            }
            case CapabilitiesReader.Offer(var capabilities) -> {
                var known = connection.capabilities();
                if (known.isEmpty()) {
                    if (capabilities.demandsInbandSecurity()
                            && !connection.transport().secure()) {
                        sendCapabilitiesRefusal(
                                ResultCode.NO_COMMON_SECURITY, "TLS is offered on a port of its own", NO_AVP);
                        connection.finish(CloseReason.CAPABILITIES_REFUSED);
                        return;
                    }
                    connection.peer().identified(capabilities);
                    connection.hold();
                    context.listener().capabilitiesRequested(connection, capabilities);
                } else if (known.get().host().equals(capabilities.host())) {
                    sendCapabilitiesAnswer(offered);
                } else {
                    sendCapabilitiesRefusal(
                            ResultCode.UNKNOWN_PEER, "this connection is another peer's already", NO_AVP);
                    connection.finish(CloseReason.PROTOCOL);
                }
            }
        }
    }

    private void capabilitiesAnswer(Message message) {
        if (connection.phase() != ConnectionPhase.EXCHANGING) {
            return;
        }
        var code = message.unsigned32(Base.RESULT_CODE, 0);
        if (code != ResultCode.SUCCESS.value()) {
            var text = message.text(Base.ERROR_MESSAGE);
            context.listener().capabilitiesFailed(connection, "CEA with Result-Code " + code + " " + text);
            connection.finish(CloseReason.CAPABILITIES_REFUSED);
            return;
        }
        switch (CapabilitiesReader.read(message)) {
            case CapabilitiesReader.Fault fault -> {
                context.listener().capabilitiesFailed(connection, "CEA: " + fault.message());
                connection.finish(CloseReason.CAPABILITIES_REFUSED);
            }
            case CapabilitiesReader.Offer(var capabilities) -> {
                connection.peer().identified(capabilities);
                context.listener().capabilitiesAnswered(connection, capabilities);
            }
        }
    }

    // --- watchdog ---

    /** The capabilities exchange succeeded. */
    void opened(Watchdog dog) {
        watchdog = dog;
        obey(dog.connectionUp(), System.nanoTime());
    }

    /** Something was read on the open connection. */
    void sawTraffic(long nowNanos) {
        var dog = watchdog;
        if (dog != null && dog.state() != WatchdogState.REOPEN) {
            obey(dog.receivedOther(), nowNanos);
        }
        if (timers.isArmed(ConnectionTimer.PROBE)) {
            timers.cancel(ConnectionTimer.PROBE);
            context.listener().probed(connection, true);
        }
    }

    void watchdogExpired(long nowNanos) {
        if (watchdog != null && connection.phase() == ConnectionPhase.OPEN) {
            obey(watchdog.expired(), nowNanos);
            connection.flush();
        }
    }

    void connectionDown() {
        if (watchdog != null) {
            watchdog.connectionDown();
        }
    }

    private void watchdogAnswer() {
        if (watchdog != null) {
            obey(watchdog.receivedDwa(), System.nanoTime());
        }
    }

    private void obey(Watchdog.Verdict verdict, long nowNanos) {
        if (!context.settings().watchdog()) {
            return;
        }
        switch (verdict) {
            case NOTHING -> {}
            case SET_WATCHDOG -> armWatchdog(nowNanos);
            case SEND_WATCHDOG -> {
                sendWatchdogRequest();
                armWatchdog(nowNanos);
            }
            case CLOSE -> connection.finish(CloseReason.WATCHDOG);
        }
    }

    private void armWatchdog(long nowNanos) {
        timers.arm(ConnectionTimer.WATCHDOG, nowNanos + lane.watchdogNanos());
    }

    // --- what goes ---

    void sendCapabilitiesRequest(List<Application> applications) {
        offered = applications;
        context.messages()
                .capabilitiesRequest(
                        lane.startWriting(),
                        nextHopByHop(Base.CER),
                        lane.nextEndToEnd(),
                        connection.transport().addresses(),
                        applications);
        lane.send(connection);
        connection.flush();
    }

    void sendCapabilitiesAnswer(List<Application> applications) {
        offered = applications;
        context.messages()
                .capabilitiesAnswer(
                        lane.startWriting(), held(), connection.transport().addresses(), applications);
        lane.send(connection);
    }

    void sendCapabilitiesRefusal(ResultCode code, String message, byte[] failedAvp) {
        context.metrics().refused(code);
        context.messages()
                .capabilitiesRefusal(
                        lane.startWriting(), held(), connection.transport().addresses(), code, message, failedAvp);
        lane.send(connection);
    }

    void sendWatchdogRequest() {
        context.messages().watchdogRequest(lane.startWriting(), nextHopByHop(Base.DWR), lane.nextEndToEnd());
        lane.send(connection);
    }

    void sendDisconnectRequest(DisconnectCause cause) {
        context.messages().disconnectRequest(lane.startWriting(), nextHopByHop(Base.DPR), lane.nextEndToEnd(), cause);
        lane.send(connection);
        timers.cancel(ConnectionTimer.WATCHDOG);
        timers.arm(
                ConnectionTimer.DISCONNECT,
                System.nanoTime(),
                context.settings().disconnectTimeout());
    }

    void sendDisconnectAnswer() {
        if (heldRequest.length == 0) {
            return;
        }
        context.messages().disconnectAnswer(lane.startWriting(), held());
        lane.send(connection);
        disconnectAnswered = true;
        timers.cancel(ConnectionTimer.WATCHDOG);
        timers.arm(
                ConnectionTimer.DISCONNECT,
                System.nanoTime(),
                context.settings().disconnectTimeout());
    }

    private int nextHopByHop(CommandDefinition command) {
        int hopByHop = connection.outgoing().nextHopByHop();
        requests.sent(command.code(), hopByHop);
        return hopByHop;
    }

    /** The request that was held for a decision; it was read once, so it can be read again. */
    private Message held() {
        var parsed = lane.reader().read(heldRequest, 0, heldRequest.length);
        if (parsed instanceof Message message) {
            return message;
        }
        throw new IllegalStateException(
                "a held request of " + Arrays.hashCode(heldRequest) + " is no message any more");
    }
}
