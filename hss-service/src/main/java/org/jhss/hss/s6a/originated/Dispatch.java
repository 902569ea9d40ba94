// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.originated;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jhss.hss.outbound.OutboundResult;
import org.jhss.hss.outbound.RequestSender;

/** Sends requests to nodes and waits for all answers; the sender's time limit bounds the wait. */
final class Dispatch {

    private final RequestSender sender;

    Dispatch(RequestSender sender) {
        this.sender = sender;
    }

    List<Delivery> send(List<Order> orders) {
        var results = orders.stream().map(this::start).toList();
        return results.stream().map(CompletableFuture::join).toList();
    }

    private CompletableFuture<Delivery> start(Order order) {
        CompletableFuture<OutboundResult> result =
                order.request().map(sender::send).orElseGet(() -> CompletableFuture.completedFuture(order.refusal()));
        return result.thenApply(known -> new Delivery(order.target(), known));
    }
}
