// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.handler;

import java.util.Optional;
import java.util.function.Consumer;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.MessageWriter;
import org.jhss.hss.outbound.OutboundRequest;
import org.jhss.hss.outbound.OutboundResult;
import org.jhss.identity.Imsi;
import org.jhss.identity.PeerHost;
import org.jhss.store.work.SubscriberState;
import org.jhss.store.work.UnitOfWork;

/** One request on its way through a handler. Good during {@code plan} and {@code handle} only; do not keep it. */
public interface RequestContext {

    /** The request, read in place. It has passed its grammar. */
    Message request();

    /**
     * The Origin-Host of the adjacent connection (RFC 6733 6.3): the requester itself, or the relay that the request came by. An
     * originated request for the same subscriber goes back this way.
     */
    PeerHost peer();

    /** When the request arrived at its first process, in milliseconds since 1970-01-01 UTC. */
    long arrivalMillis();

    /** The time that this message's changes are stamped with, in milliseconds since 1970-01-01 UTC. */
    long nowMillis();

    /**
     * The transaction of the batch. Changes made by this message are dropped when its outcome is an error.
     *
     * @throws IllegalStateException in {@code plan}, and when that named no need
     */
    UnitOfWork work();

    /**
     * The subscriber, if {@code plan} named it and it exists, keys or subscription.
     *
     * @throws IllegalStateException as {@link #work}
     */
    Optional<SubscriberState> subscriber(Imsi imsi);

    /** {@link #answer(Result)} with DIAMETER_SUCCESS. */
    default MessageWriter answer() {
        return answer(Result.SUCCESS);
    }

    /**
     * Starts the answer: Session-Id, Vendor-Specific-Application-Id, the result, Auth-Session-State, Origin-Host and Origin-Realm
     * are written, Proxy-Info follows when the handler has ended. What was written before is forgotten. The writer is the batch's:
     * add AVPs, and close the groups that you open.
     */
    MessageWriter answer(Result result);

    /**
     * Sends {@code request} when the batch is committed and the outcome is an answer, and only then. Its result is counted, and logged
     * when it is a failure.
     */
    default void afterCommit(OutboundRequest request) {
        afterCommit(request, result -> {});
    }

    /** As {@link #afterCommit(OutboundRequest)}; {@code onResult} runs on a thread of the bus and must not block. */
    void afterCommit(OutboundRequest request, Consumer<OutboundResult> onResult);

    /**
     * Runs {@code effect} on this worker when the batch is committed, and only then, also when the outcome is an error: a counter, a
     * notification. Must not block.
     */
    void afterCommit(Runnable effect);
}
