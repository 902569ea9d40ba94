// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.sim.stack;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Sees every message of one connection as bytes, and keeps those of exchanges under way. */
final class WireTap {

    private static final int CAPABILITIES_EXCHANGE = 257;
    private static final int HEADER_LENGTH = 20;

    private final CopyOnWriteArrayList<Consumer<WireFrame>> listeners = new CopyOnWriteArrayList<>();
    private final Map<Long, WireFrame> ownRequests = new ConcurrentHashMap<>();
    private final Map<Long, WireFrame> answersToUs = new ConcurrentHashMap<>();
    private final Map<Long, WireFrame> peerRequests = new ConcurrentHashMap<>();
    private final CompletableFuture<WireFrame> capabilitiesAnswer = new CompletableFuture<>();
    private final CompletableFuture<Throwable> connectFailure = new CompletableFuture<>();

    void addListener(Consumer<WireFrame> listener) {
        listeners.add(listener);
    }

    void sent(ByteBuffer message) {
        var frame = frame(message, true);
        if (frame.isRequest() && !isPeerManagement(frame)) {
            ownRequests.put(frame.hopByHop(), frame);
        }
        tell(frame);
    }

    void received(ByteBuffer message) {
        if (message.remaining() < HEADER_LENGTH) {
            return;
        }
        var frame = frame(message, false);
        if (frame.commandCode() == CAPABILITIES_EXCHANGE && !frame.isRequest()) {
            capabilitiesAnswer.complete(frame);
        } else if (!isPeerManagement(frame)) {
            (frame.isRequest() ? peerRequests : answersToUs).put(frame.hopByHop(), frame);
        }
        tell(frame);
    }

    void connectFailed(Throwable cause) {
        connectFailure.complete(cause);
    }

    CompletableFuture<WireFrame> capabilitiesAnswer() {
        return capabilitiesAnswer;
    }

    CompletableFuture<Throwable> connectFailure() {
        return connectFailure;
    }

    Optional<WireFrame> takeOwnRequest(long hopByHop) {
        return Optional.ofNullable(ownRequests.remove(hopByHop));
    }

    Optional<WireFrame> takeAnswer(long hopByHop) {
        return Optional.ofNullable(answersToUs.remove(hopByHop));
    }

    Optional<WireFrame> takePeerRequest(long hopByHop) {
        return Optional.ofNullable(peerRequests.remove(hopByHop));
    }

    private void tell(WireFrame frame) {
        for (var listener : listeners) {
            listener.accept(frame);
        }
    }

    /** CER, DWR and DPR have no session; their bytes are only of use to a listener. */
    private static boolean isPeerManagement(WireFrame frame) {
        return switch (frame.commandCode()) {
            case CAPABILITIES_EXCHANGE, 280, 282 -> true;
            default -> false;
        };
    }

    private static WireFrame frame(ByteBuffer message, boolean sent) {
        var copy = message.duplicate();
        var bytes = new byte[copy.remaining()];
        copy.get(bytes);
        return new WireFrame(Instant.now(), sent, bytes);
    }
}
