// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.policy;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The places of connections whose capabilities exchange is not done. They are apart from the places of peers, so that whoever opens
 * connections and says nothing keeps no peer out; one address gets few of them; and when all are taken the oldest is closed, so that a
 * flood does not lock the door. Connections from addresses that the configuration names are not closed for others. Thread-safe.
 */
public final class ConnectionSlots {

    private static final AttributeKey<Slot> SLOT = AttributeKey.valueOf(ConnectionSlots.class, "slot");

    private final int most;
    private final int mostPerAddress;
    private final Predicate<InetAddress> expected;
    private final PolicyChecks checks;
    private final LinkedHashSet<Slot> waiting = new LinkedHashSet<>();
    private final Map<InetAddress, Integer> perAddress = new HashMap<>();

    /**
     * @param channel the connection
     * @param address where it comes from
     * @param expected whether the configuration names that address
     */
    private record Slot(Channel channel, InetSocketAddress address, boolean expected) {}

    /**
     * @param most connections without capabilities exchange
     * @param mostPerAddress the same from one address
     * @param expected whether the configuration names an address
     */
    public ConnectionSlots(int most, int mostPerAddress, Predicate<InetAddress> expected, PolicyChecks checks) {
        this.most = most;
        this.mostPerAddress = mostPerAddress;
        this.expected = expected;
        this.checks = checks;
    }

    /** Gives a place to a connection that was just accepted; false when there is none, and it is to be closed. */
    public boolean admit(Channel channel) {
        if (!(channel.remoteAddress() instanceof InetSocketAddress remote)) {
            return false;
        }
        var slot = new Slot(channel, remote, expected.test(remote.getAddress()));
        if (!enter(slot)) {
            var _ = checks.refuses(Check.STRANGERS, new Finding("", remote, "", "too many connections without CER"));
            return false;
        }
        channel.attr(SLOT).set(slot);
        channel.closeFuture().addListener(_ -> leave(slot));
        return true;
    }

    /** The capabilities exchange of that connection is done. */
    public void identified(Channel channel) {
        var slot = channel.attr(SLOT).getAndSet(null);
        if (slot != null) {
            leave(slot);
        }
    }

    private synchronized boolean enter(Slot slot) {
        var address = slot.address().getAddress();
        if (perAddress.getOrDefault(address, 0) >= mostPerAddress) {
            return false;
        }
        if (waiting.size() >= most && !makeRoom()) {
            return false;
        }
        waiting.add(slot);
        perAddress.merge(address, 1, Integer::sum);
        return true;
    }

    private boolean makeRoom() {
        for (var oldest : waiting) {
            if (!oldest.expected()) {
                leave(oldest);
                var _ = checks.refuses(
                        Check.STRANGERS,
                        new Finding("", oldest.address(), "", "it waits without CER, and others come"));
                var _ = oldest.channel().close();
                return true;
            }
        }
        return false;
    }

    private synchronized void leave(Slot slot) {
        if (waiting.remove(slot)) {
            perAddress.computeIfPresent(slot.address().getAddress(), (_, count) -> count == 1 ? null : count - 1);
        }
    }
}
