// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.connection;

import io.netty.buffer.ByteBuf;
import java.time.Duration;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.message.Header;
import org.jhss.peer.framing.FramingError;
import org.jhss.peer.framing.MessageSink;
import org.jhss.peer.metrics.PeerMetrics.Drop;
import org.jhss.platform.logging.RateLimitedLog;
import org.slf4j.LoggerFactory;

/**
 * Sends each message of a connection where it belongs: to the base protocol, to the bus, or to who waits for it as an answer.
 *
 * <p>What cannot be cut into messages is answered as far as RFC 6733 7.1.5 lets one (5011 for another version, 5015 for a length out of
 * bounds, when the header is that of a request) and the connection is closed, since there is no way to find the next message.
 */
final class MessageRouter implements MessageSink {

    private static final RateLimitedLog QUIET =
            new RateLimitedLog(LoggerFactory.getLogger(MessageRouter.class), 5, Duration.ofSeconds(10));

    private final Connection connection;
    private final Lane lane;
    private final BaseProtocol protocol;
    private long count;

    MessageRouter(Connection connection, Lane lane, BaseProtocol protocol) {
        this.connection = connection;
        this.lane = lane;
        this.protocol = protocol;
    }

    /** Whole messages so far. */
    long count() {
        return count;
    }

    @Override
    public void message(ByteBuf buffer, int at, int length) {
        count++;
        byte[] octets = lane.scratch(length);
        buffer.getBytes(at, octets, 0, length);
        boolean request = Header.isRequest(octets, 0);
        var phase = connection.phase();
        if (Header.applicationId(octets, 0) == Base.APPLICATION.id()) {
            protocol.message(octets, length, request);
        } else if (phase == ConnectionPhase.EXCHANGING) {
            protocol.tooEarly();
        } else if (phase == ConnectionPhase.CLOSED) {
            return;
        } else if (request) {
            connection.counters().requestIn();
            lane.gate().request(connection, octets, length);
        } else if (connection.outgoing().answered(octets, length)) {
            connection.counters().answerIn();
        } else {
            connection.context().metrics().dropped(Drop.PEER_ANSWER_WITHOUT_REQUEST);
        }
    }

    @Override
    public void unframeable(FramingError error, ByteBuf buffer, int at, boolean wholeHeader) {
        QUIET.atWarn(error.label())
                .addKeyValue("remote", connection.remote())
                .addKeyValue("peer", connection.peer().name())
                .log("closing: octets that are no Diameter message");
        if (wholeHeader) {
            byte[] header = lane.scratch(Header.LENGTH);
            buffer.getBytes(at, header, 0, Header.LENGTH);
            if (Header.isRequest(header, 0)) {
                lane.gate().answerUnframeable(connection, header, error);
            }
        }
        connection.finish(CloseReason.UNFRAMEABLE);
    }
}
