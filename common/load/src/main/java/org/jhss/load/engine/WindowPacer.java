// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.engine;

import java.util.List;
import org.jhss.load.plan.Pace;
import org.jspecify.annotations.Nullable;

/** Keeps a number of requests outstanding. What a link's answers make room for goes over that link, in one write. */
final class WindowPacer implements Pacer {

    private final boolean perPeer;
    private final int limit;
    private final int window;
    private final List<PeerLink> links;
    private final Exchange exchange;
    private int next;
    private boolean stopped;

    WindowPacer(Pace.Window pace, double share, List<PeerLink> links, Exchange exchange) {
        perPeer = pace.perPeer();
        window = pace.window();
        limit = perPeer ? window * links.size() : (int) Math.round(window * share);
        this.links = links;
        this.exchange = exchange;
    }

    @Override
    public void start() {
        topUp(null);
    }

    @Override
    public void drained(PeerLink link) {
        topUp(link);
    }

    @Override
    public void tick() {
        topUp(null);
    }

    @Override
    public void stop() {
        stopped = true;
    }

    private void topUp(@Nullable PeerLink preferred) {
        if (stopped || exchange.outstanding() >= limit) {
            return;
        }
        long now = System.nanoTime();
        if (exchange.isOver(now)) {
            return;
        }
        int quota = quota();
        // With fewer requests than peers, each gets its turn.
        var favourite = quota > 1 || links.size() == 1 ? preferred : null;
        while (exchange.outstanding() < limit && exchange.hasQuota()) {
            var link = favourite != null && favourite.isUsable() && favourite.outstanding < quota
                    ? favourite
                    : nextBelow(quota);
            if (link == null) {
                break;
            }
            exchange.send(link, now, now);
        }
        for (var link : links) {
            link.flush();
        }
    }

    private int quota() {
        if (perPeer) {
            return window;
        }
        int open = 0;
        for (var link : links) {
            open += link.isOpen() ? 1 : 0;
        }
        return open == 0 ? 0 : (limit + open - 1) / open;
    }

    private @Nullable PeerLink nextBelow(int quota) {
        for (int i = 0; i < links.size(); i++) {
            var link = links.get(next);
            next = next + 1 == links.size() ? 0 : next + 1;
            if (link.isUsable() && link.outstanding < quota) {
                return link;
            }
        }
        return null;
    }
}
