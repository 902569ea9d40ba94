// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.in;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** Reads and checks in a thread of its own, a few chunks ahead of who writes. */
final class ChunkQueue implements AutoCloseable {

    private static final int AHEAD = 4;

    /** A chunk, or why there is none. */
    private record Item(@Nullable Chunk chunk, @Nullable Throwable failure) {}

    private final BlockingQueue<Item> items = new ArrayBlockingQueue<>(AHEAD);
    private final Thread reader;

    ChunkQueue(ChunkReader chunks, long skipped) {
        this.reader = Thread.ofPlatform().name("jhss-import-reader").daemon().start(() -> read(chunks, skipped));
    }

    private void read(ChunkReader chunks, long skipped) {
        try {
            chunks.skip(skipped);
            Chunk chunk;
            do {
                chunk = chunks.next();
                items.put(new Item(chunk, null));
            } while (!chunk.end());
        } catch (InterruptedException _) {
            // Nobody takes any more.
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            fail(e);
        }
    }

    private void fail(Throwable failure) {
        try {
            items.put(new Item(null, failure));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** The next chunk; the last says that it is. */
    Chunk take() throws IOException, InterruptedException {
        var item = items.take();
        if (item.chunk() != null) {
            return item.chunk();
        }
        switch (item.failure()) {
            case UncheckedIOException e -> throw new IOException(e.getMessage(), e);
            case IOException e -> throw e;
            case RuntimeException e -> throw e;
            case null, default -> throw new IllegalStateException("no chunk", item.failure());
        }
    }

    @Override
    public void close() {
        reader.interrupt();
        try {
            reader.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
