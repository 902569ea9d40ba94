// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.relay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jhss.peer.connection.Lanes;
import org.jhss.platform.bus.BusConsumer;
import org.jhss.platform.bus.Delivery;
import org.jhss.platform.bus.frame.BusMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads our own outbound stream and hands what is in it to the connections' event loops. It acknowledges at once: if this process dies, its
 * connections die with it, and there is nobody left to answer. It never waits for a connection, so a slow peer keeps nobody else waiting.
 */
public final class AnswerPump implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerPump.class);
    private static final int MOST_MESSAGES = 1024;
    private static final Duration WAIT = Duration.ofSeconds(5);
    private static final Duration STOP = Duration.ofSeconds(2);

    private final BusConsumer consumer;
    private final Lanes lanes;
    private final Thread thread;
    private volatile boolean stopping;

    private AnswerPump(BusConsumer consumer, Lanes lanes) {
        this.consumer = consumer;
        this.lanes = lanes;
        this.thread = Thread.ofPlatform().name("peer-answers").daemon().unstarted(this::run);
    }

    /** Starts reading {@code consumer}, which it closes in the end. */
    public static AnswerPump start(BusConsumer consumer, Lanes lanes) {
        var pump = new AnswerPump(consumer, lanes);
        pump.thread.start();
        return pump;
    }

    private void run() {
        while (!stopping) {
            try {
                deliver(consumer.poll(MOST_MESSAGES, WAIT));
            } catch (RuntimeException e) {
                LOG.error("answers could not be delivered", e);
            }
        }
    }

    private void deliver(List<Delivery> deliveries) {
        if (deliveries.isEmpty()) {
            return;
        }
        if (deliveries.size() == 1) {
            lanes.deliver(deliveries.getFirst().messages());
        } else {
            var all = new ArrayList<BusMessage>();
            deliveries.forEach(delivery -> all.addAll(delivery.messages()));
            lanes.deliver(all);
        }
        var _ = consumer.ack(deliveries);
    }

    @Override
    public void close() {
        stopping = true;
        thread.interrupt();
        try {
            thread.join(STOP);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        consumer.close();
    }
}
