// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.handler;

import java.time.InstantSource;
import org.jhss.hss.metrics.HssEvents;
import org.jhss.hss.outbound.RequestSender;
import org.jhss.platform.bus.notes.RecentNotes;
import org.jhss.platform.config.HssIdentity;
import org.jhss.platform.config.JhssConfig;
import org.jhss.store.Store;

/**
 * What handlers and calls are made of. All of it is thread-safe.
 *
 * @param config the whole configuration
 * @param store the database: reference data for handlers, units of work for calls (a handler uses its context's)
 * @param clock the time
 * @param events what handlers count
 * @param sender sends requests of our own, for calls (a handler uses {@link RequestContext#afterCommit})
 * @param notes what happened not long ago, in any of our processes
 * @param moves takes what nodes have confirmed that subscribers have left
 */
public record HandlerEnvironment(
        JhssConfig config,
        Store store,
        InstantSource clock,
        HssEvents events,
        RequestSender sender,
        RecentNotes notes,
        MoveReceipts moves) {

    /** An environment without a dispatcher of changes. */
    public HandlerEnvironment(
            JhssConfig config,
            Store store,
            InstantSource clock,
            HssEvents events,
            RequestSender sender,
            RecentNotes notes) {
        this(config, store, clock, events, sender, notes, (imsi, token) -> {});
    }

    /** An environment that keeps no notes either. */
    public HandlerEnvironment(
            JhssConfig config, Store store, InstantSource clock, HssEvents events, RequestSender sender) {
        this(config, store, clock, events, sender, RecentNotes.none());
    }

    /** Who we are. */
    public HssIdentity identity() {
        return config.hss().identity();
    }
}
