// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.pipeline;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jhss.diameter.message.Limits;
import org.jhss.diameter.message.Message;
import org.jhss.hss.handler.CommandHandler;
import org.jhss.hss.handler.HandlerEnvironment;
import org.jhss.hss.handler.InterfaceModule;
import org.jhss.hss.metrics.HssEvents;
import org.jhss.hss.metrics.HssMetrics;
import org.jhss.hss.outbound.OutboundRequest;
import org.jhss.hss.outbound.OutboundResult;
import org.jhss.platform.bus.frame.Envelope;
import org.jhss.platform.bus.frame.FrameReader;
import org.jhss.platform.bus.frame.FrameResult;
import org.jhss.platform.bus.frame.FrameWriter;
import org.jhss.platform.bus.notes.RecentNotes;
import org.jhss.store.Store;

/**
 * hss-service without its bus: requests take the real way through decoder, dispatcher, batch and database, in the caller's thread.
 * For tests of handlers.
 */
public final class DirectHss {

    private static final long DEADLINE_MILLIS = 60_000;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<OutboundRequest> originated = new ArrayList<>();
    private final BatchProcessor processor;

    /** @param config YAML of section {@code hss} and others */
    public DirectHss(Store store, String config, InterfaceModule... modules) {
        var metrics = new HssMetrics(meters);
        var environment = new HandlerEnvironment(
                TestHss.config(config),
                store,
                Clock.systemUTC(),
                new HssEvents(meters),
                request -> CompletableFuture.completedFuture(new OutboundResult.NoPeer()),
                new MemoryNotes());
        var handlers = new ArrayList<CommandHandler>();
        for (var module : modules) {
            handlers.addAll(module.handlers(environment));
        }
        processor = new BatchProcessor(
                store.unitsOfWork(),
                Clock.systemUTC(),
                metrics,
                Limits.DEFAULT,
                new Dispatcher(handlers, environment.identity(), metrics));
    }

    /** Notes that are never too old. */
    private static final class MemoryNotes implements RecentNotes {
        private final Set<String> noted = new HashSet<>();

        @Override
        public void note(String what, Duration lifetime) {
            noted.add(what);
        }

        @Override
        public Optional<Boolean> isNoted(String what) {
            return Optional.of(noted.contains(what));
        }
    }

    /** What handlers have originated so far. */
    public List<OutboundRequest> originated() {
        return originated;
    }

    public SimpleMeterRegistry meters() {
        return meters;
    }

    /** The answer to {@code request}, which came from the peer {@link TestPeer#HOST}. */
    public Message ask(byte[] request) {
        return askAll(List.of(request)).getFirst();
    }

    /** The answers to {@code requests}, handled as one batch. */
    public List<Message> askAll(List<byte[]> requests) {
        return exchangeAll(requests).values().stream()
                .map(octets -> (Message) Message.parse(octets))
                .toList();
    }

    /** The octets of the answers to those of {@code messages} that got one, by their index, handled as one batch. */
    Map<Integer, byte[]> exchangeAll(List<byte[]> messages) {
        var writer = new FrameWriter();
        long now = System.currentTimeMillis();
        for (int i = 0; i < messages.size(); i++) {
            writer.add(
                    Envelope.requestIn(1, i, now, now + DEADLINE_MILLIS, TestPeer.HOST, "replies"),
                    messages.get(i),
                    0,
                    messages.get(i).length);
        }
        if (!(FrameReader.read(writer.toFrame().octets()) instanceof FrameResult.Messages frame)) {
            throw new IllegalStateException("the frame is unreadable");
        }
        var answers = new TreeMap<Integer, byte[]>();
        for (var exchange : processor.process(frame.messages())) {
            int from = exchange.answerOffset();
            if (exchange.hasAnswer()) {
                answers.put(
                        (int) exchange.envelope().correlationId(),
                        Arrays.copyOfRange(processor.answerOctets(), from, from + exchange.answerLength()));
            }
            exchange.outgoing().forEach(outgoing -> originated.add(outgoing.request()));
            exchange.effects().forEach(Runnable::run);
        }
        return answers;
    }
}
