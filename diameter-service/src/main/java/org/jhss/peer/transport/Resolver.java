// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Looks names up in threads that may wait for it; event loops and callers may not. */
public final class Resolver {

    private Resolver() {}

    /** Gives {@code address} with its name looked up to {@code use}, or fails {@code end}. */
    public static void resolve(InetSocketAddress address, CompletableFuture<?> end, Consumer<InetSocketAddress> use) {
        Thread.ofVirtual().name("resolve").start(() -> {
            var resolved = new InetSocketAddress(address.getHostString(), address.getPort());
            if (resolved.isUnresolved()) {
                end.completeExceptionally(new IOException(address.getHostString() + " has no address"));
            } else {
                use.accept(resolved);
            }
        });
    }
}
