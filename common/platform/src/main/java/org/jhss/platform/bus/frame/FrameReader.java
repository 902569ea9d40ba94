// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus.frame;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jhss.platform.bus.frame.FrameResult.Corrupt;
import org.jhss.platform.bus.frame.FrameResult.Reason;
import org.jspecify.annotations.Nullable;

/** Reads frames without copying payloads. Whatever the octets, the result is a value: messages or a named corruption. */
public final class FrameReader {

    private final byte[] buffer;
    private int position = FrameFormat.HEADER_LENGTH;
    private String lastPeer = "";
    private String lastReplyTo = "";
    private int lastPeerAt;
    private int lastPeerLength;
    private int lastReplyToAt;
    private int lastReplyToLength;

    private FrameReader(byte[] buffer) {
        this.buffer = buffer;
    }

    /** Reads the frame that {@code octets} holds from first to last; they must not be written to afterwards. */
    public static FrameResult read(byte[] octets) {
        return new FrameReader(octets).readAll();
    }

    private FrameResult readAll() {
        if (buffer.length < FrameFormat.HEADER_LENGTH) {
            return new Corrupt(Reason.TOO_SHORT, 0);
        }
        if (FrameFormat.unsignedShort(buffer, 0) != FrameFormat.MAGIC) {
            return new Corrupt(Reason.WRONG_MAGIC, 0);
        }
        if (buffer[2] != FrameFormat.VERSION) {
            return new Corrupt(Reason.UNKNOWN_VERSION, 2);
        }
        if (buffer[3] != 0) {
            return new Corrupt(Reason.RESERVED_NOT_ZERO, 3);
        }
        int count = FrameFormat.integer(buffer, FrameFormat.COUNT_AT);
        // The count is checked against the octets at hand before anything is allocated for it.
        if (count < 0 || count > (buffer.length - FrameFormat.HEADER_LENGTH) / FrameFormat.FIXED_LENGTH) {
            return new Corrupt(Reason.WRONG_COUNT, FrameFormat.COUNT_AT);
        }
        List<BusMessage> messages = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int start = position;
            var reason = readMessage(messages);
            if (reason != null) {
                return new Corrupt(reason, start);
            }
        }
        return position == buffer.length
                ? new FrameResult.Messages(Collections.unmodifiableList(messages))
                : new Corrupt(Reason.OCTETS_LEFT_OVER, position);
    }

    private @Nullable Reason readMessage(List<BusMessage> messages) {
        int start = position;
        if (buffer.length - start < FrameFormat.FIXED_LENGTH) {
            return Reason.LENGTH_PAST_END;
        }
        var kind = MessageKind.of(buffer[start]);
        if (kind.isEmpty()) {
            return Reason.UNKNOWN_KIND;
        }
        var status = MessageStatus.of(buffer[start + FrameFormat.STATUS_AT]);
        if (status.isEmpty()) {
            return Reason.UNKNOWN_STATUS;
        }
        if (FrameFormat.unsignedShort(buffer, start + FrameFormat.RESERVED_AT) != 0) {
            return Reason.RESERVED_NOT_ZERO;
        }
        int peerLength = FrameFormat.unsignedShort(buffer, start + FrameFormat.PEER_LENGTH_AT);
        int replyToLength = FrameFormat.unsignedShort(buffer, start + FrameFormat.REPLY_TO_LENGTH_AT);
        int payloadLength = FrameFormat.integer(buffer, start + FrameFormat.PAYLOAD_LENGTH_AT);
        int room = buffer.length - start - FrameFormat.FIXED_LENGTH - peerLength - replyToLength;
        if (payloadLength < 0 || payloadLength > room) {
            return Reason.LENGTH_PAST_END;
        }
        int peerAt = start + FrameFormat.FIXED_LENGTH;
        int replyToAt = peerAt + peerLength;
        int payloadAt = replyToAt + replyToLength;
        var envelope = new Envelope(
                kind.get(),
                status.get(),
                FrameFormat.number(buffer, start + FrameFormat.CONNECTION_AT),
                FrameFormat.number(buffer, start + FrameFormat.CORRELATION_AT),
                FrameFormat.number(buffer, start + FrameFormat.ARRIVAL_AT),
                FrameFormat.number(buffer, start + FrameFormat.DEADLINE_AT),
                peer(peerAt, peerLength),
                replyTo(replyToAt, replyToLength));
        messages.add(new BusMessage(envelope, buffer, payloadAt, payloadLength));
        position = payloadAt + payloadLength;
        return null;
    }

    private String peer(int at, int length) {
        if (!same(at, length, lastPeerAt, lastPeerLength)) {
            lastPeer = new String(buffer, at, length, StandardCharsets.UTF_8);
            lastPeerAt = at;
            lastPeerLength = length;
        }
        return lastPeer;
    }

    private String replyTo(int at, int length) {
        if (!same(at, length, lastReplyToAt, lastReplyToLength)) {
            lastReplyTo = new String(buffer, at, length, StandardCharsets.UTF_8);
            lastReplyToAt = at;
            lastReplyToLength = length;
        }
        return lastReplyTo;
    }

    private boolean same(int at, int length, int otherAt, int otherLength) {
        return length == otherLength && Arrays.equals(buffer, at, at + length, buffer, otherAt, otherAt + otherLength);
    }
}
