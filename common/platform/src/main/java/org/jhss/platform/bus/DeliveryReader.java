// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus;

import io.lettuce.core.StreamMessage;
import io.micrometer.core.instrument.Counter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jhss.platform.bus.frame.BusMessage;
import org.jhss.platform.bus.frame.FrameReader;
import org.jhss.platform.bus.frame.FrameResult;
import org.jspecify.annotations.Nullable;

/** Turns stream entries into deliveries, sets corrupt ones aside, and knows which are in hand. */
final class DeliveryReader {

    private static final byte[] NOTHING = {};
    private static final int MOST_FRAMES = 1024;

    private final BiConsumer<String, Damage> setAside;
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();
    private final Counter frames;
    private final Counter messages;
    private final Counter bytes;
    private final Counter redelivered;
    private final Counter expired;
    private final Counter corrupt;
    private double messagesPerFrame = 1;

    /** A frame that cannot be read. */
    static final class Damage {
        private final FrameResult.Corrupt why;
        private final byte[] octets;

        Damage(FrameResult.Corrupt why, byte[] octets) {
            this.why = why;
            this.octets = octets;
        }

        byte[] reason() {
            return (why.reason() + "@" + why.offset()).getBytes(StandardCharsets.UTF_8);
        }

        byte[] octets() {
            return octets;
        }
    }

    DeliveryReader(String stream, BusMetrics metrics, BiConsumer<String, Damage> setAside) {
        this.setAside = setAside;
        this.frames = metrics.counter("jhss.bus.received.frames", stream, "Frames read");
        this.messages = metrics.counter("jhss.bus.received.messages", stream, "Messages read");
        this.bytes = metrics.counter("jhss.bus.received.bytes", stream, "Octets read");
        this.redelivered = metrics.counter(
                "jhss.bus.redelivered.frames", stream, "Frames taken over from a reader that did not finish them");
        this.expired = metrics.counter("jhss.bus.expired.messages", stream, "Messages read after their deadline");
        this.corrupt = metrics.counter("jhss.bus.corrupt.frames", stream, "Frames that cannot be read, set aside");
    }

    /** How many frames hold about that many messages, judged by the last ones. */
    int framesFor(int maxMessages) {
        return Math.clamp(Math.round(maxMessages / messagesPerFrame), 1, MOST_FRAMES);
    }

    int inHand() {
        return inHand.size();
    }

    void forget(Collection<Delivery> done) {
        for (var delivery : done) {
            inHand.remove(delivery.id());
        }
    }

    void read(List<StreamMessage<byte[], byte[]>> entries, boolean again, List<Delivery> into) {
        long now = System.currentTimeMillis();
        for (var entry : entries) {
            // XAUTOCLAIM of Redis 6.2 lists entries that were deleted meanwhile as nothing.
            if (entry == null || entry.getId() == null || !inHand.add(entry.getId())) {
                continue;
            }
            byte[] octets = frameOf(entry);
            switch (FrameReader.read(octets)) {
                case FrameResult.Messages(var read) ->
                    into.add(delivery(entry.getId(), read, again, now, octets.length));
                case FrameResult.Corrupt damage -> {
                    corrupt.increment();
                    inHand.remove(entry.getId());
                    setAside.accept(entry.getId(), new Damage(damage, octets));
                }
            }
        }
    }

    private Delivery delivery(String id, List<BusMessage> read, boolean again, long now, int length) {
        int late = 0;
        for (int i = 0; i < read.size(); i++) {
            if (read.get(i).envelope().expiredAt(now)) {
                late++;
            }
        }
        frames.increment();
        messages.increment(read.size());
        bytes.increment(length);
        if (late > 0) {
            expired.increment(late);
        }
        if (again) {
            redelivered.increment();
        }
        messagesPerFrame += (Math.max(1, read.size()) - messagesPerFrame) / 16;
        return new Delivery(id, read, again, late);
    }

    private static byte[] frameOf(StreamMessage<byte[], byte[]> entry) {
        var body = entry.getBody();
        if (body == null || body.isEmpty()) {
            return NOTHING;
        }
        byte @Nullable [] value = body.values().iterator().next();
        return value == null ? NOTHING : value;
    }
}
