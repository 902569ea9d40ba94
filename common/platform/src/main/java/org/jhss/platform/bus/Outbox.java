// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jhss.platform.bus.frame.Envelope;
import org.jhss.platform.bus.frame.Frame;
import org.jhss.platform.bus.frame.FrameWriter;

/**
 * What one worker's batch has to say, gathered by stream: one frame for each, more when it grows large. Used again and again by
 * one worker; not thread-safe. Its streams belong to processes (outbound, replies): they are never created by writing.
 */
public final class Outbox {

    private final int maxFrameBytes;
    private final Map<String, FrameWriter> writers = new LinkedHashMap<>();
    private final List<Addressed> full = new ArrayList<>();

    /**
     * @param stream where the frame goes
     * @param frame the frame
     */
    record Addressed(String stream, Frame frame) {}

    Outbox(int maxFrameBytes) {
        this.maxFrameBytes = maxFrameBytes;
    }

    /** The writer of the frame for {@code stream}, to begin, write and end the next message with. */
    public FrameWriter to(String stream) {
        var writer = writers.get(stream);
        if (writer == null) {
            writer = new FrameWriter();
            writers.put(stream, writer);
        } else if (writer.size() >= maxFrameBytes) {
            full.add(new Addressed(stream, writer.toFrame()));
        }
        return writer;
    }

    /** Appends a whole message. */
    public void add(String stream, Envelope envelope, byte[] payload) {
        to(stream).add(envelope, payload, 0, payload.length);
    }

    /** Whether nothing is to be said. */
    public boolean isEmpty() {
        if (!full.isEmpty()) {
            return false;
        }
        for (var writer : writers.values()) {
            if (writer.messages() > 0) {
                return false;
            }
        }
        return true;
    }

    /** Forgets everything written. */
    public void clear() {
        full.clear();
        writers.values().forEach(FrameWriter::reset);
    }

    /** Takes all frames out; streams that were not written to since the last time are forgotten. */
    List<Addressed> drain() {
        var frames = new ArrayList<>(full);
        full.clear();
        var each = writers.entrySet().iterator();
        while (each.hasNext()) {
            var entry = each.next();
            if (entry.getValue().messages() > 0) {
                frames.add(new Addressed(entry.getKey(), entry.getValue().toFrame()));
            } else {
                each.remove();
            }
        }
        return frames;
    }
}
