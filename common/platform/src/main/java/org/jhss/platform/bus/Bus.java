// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus;

import io.lettuce.core.XAddArgs;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jhss.platform.bus.frame.Frame;
import org.jhss.platform.bus.redis.BusSettings;
import org.jhss.platform.bus.redis.RedisLink;
import org.jhss.platform.bus.redis.RedisLinks;
import org.jhss.platform.logging.Recurring;

/**
 * The process's place on the bus. Opening never fails and never waits: while Redis is away offers are refused, polls return nothing, and
 * all of it comes back by itself. Thread-safe.
 */
public final class Bus implements AutoCloseable {

    private static final String OWNER_GROUP = "owner";
    private static final long OBSERVE_MILLIS = 100;
    private static final long DEAD_FRAMES = 1_000;
    private static final byte[] FIELD_REASON = "reason".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FIELD_STREAM = "stream".getBytes(StandardCharsets.US_ASCII);

    private final BusSettings settings;
    private final BusKeys keys;
    private final String instance;
    private final BusMetrics metrics;
    private final ScheduledExecutorService scheduler;
    private final RedisLinks links;
    private final RedisLink control;
    private final StreamWriter writer;
    private final List<BusProducer> producers = new CopyOnWriteArrayList<>();

    private Bus(BusSettings settings, String instance, MeterRegistry meters) {
        this.settings = settings;
        this.keys = new BusKeys(settings.prefix());
        this.instance = instance;
        this.metrics = new BusMetrics(meters);
        this.scheduler = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("jhss-bus-", 0).factory());
        var reconnects = metrics.counter("jhss.bus.reconnects", "Connections to Redis made again");
        this.links = new RedisLinks(settings, scheduler, reconnects::increment);
        this.control = links.open("control");
        this.writer = new StreamWriter(links.openPipelined("answers"), keys, metrics);
    }

    /**
     * Opens the bus.
     *
     * @param instance this process's id, unique among all
     * @param meters where the bus's meters go
     */
    public static Bus open(BusSettings settings, String instance, MeterRegistry meters) {
        var bus = new Bus(settings, instance, meters);
        var _ = bus.scheduler.scheduleWithFixedDelay(
                Recurring.of("queue watch", bus::observe), OBSERVE_MILLIS, OBSERVE_MILLIS, TimeUnit.MILLISECONDS);
        return bus;
    }

    /** The names of all keys. */
    public BusKeys keys() {
        return keys;
    }

    /** This process's id. */
    public String instance() {
        return instance;
    }

    /** Whether Redis is reachable. */
    public boolean isAvailable() {
        return control.isUp();
    }

    /** The connection for short commands that do not block; for the other parts of the platform. */
    public RedisLink control() {
        return control;
    }

    /** The connections; for the other parts of the platform. */
    public RedisLinks links() {
        return links;
    }

    /** For short periodic work that does not block; for the other parts of the platform. */
    public ScheduledExecutorService scheduler() {
        return scheduler;
    }

    /**
     * A producer for a stream that all instances of a service read. The stream is created by writing.
     *
     * @param losses hears of appended messages that Redis did not confirm
     */
    public BusProducer producer(String stream, LossListener losses) {
        var producer = new BusProducer(stream, links.open("producer"), settings.limits(), losses, metrics);
        producers.add(producer);
        return producer;
    }

    /** A consumer of a group whose members share a stream. {@code name} must be unique in the group. */
    public BusConsumer consumer(String stream, String group, String name) {
        return consumer(stream, group, name, false);
    }

    /** The one consumer of a stream that belongs to this process; the stream is gone a minute after the process is. */
    public BusConsumer ownConsumer(String stream) {
        return consumer(stream, OWNER_GROUP, instance, true);
    }

    /** A new outbox, for one worker. */
    public Outbox outbox() {
        return new Outbox(settings.limits().maxFrameBytes());
    }

    /** Sends what the outbox holds and empties it; the result is as for {@link BusConsumer#complete}. */
    public CompletionStage<Offer> send(Outbox outbox) {
        return writer.write(outbox.drain(), null);
    }

    /** Sends one frame to a stream that belongs to a process (outbound, replies). */
    public CompletionStage<Offer> send(String stream, Frame frame) {
        return writer.write(List.of(new Outbox.Addressed(stream, frame)), null);
    }

    /** Closes all connections; unconfirmed frames are not waited for. */
    @Override
    public void close() {
        scheduler.shutdownNow();
        links.close();
    }

    private BusConsumer consumer(String stream, String group, String name, boolean owned) {
        byte[] streamKey = stream.getBytes(StandardCharsets.UTF_8);
        byte[] groupName = group.getBytes(StandardCharsets.UTF_8);
        var deliveries =
                new DeliveryReader(stream, metrics, (id, damage) -> setAside(streamKey, groupName, id, damage));
        return new BusConsumer(
                streamKey,
                groupName,
                name,
                links.open("consumer"),
                writer,
                settings.limits(),
                new GroupKeeper(streamKey, groupName, name, owned, control, scheduler),
                deliveries);
    }

    /** A frame that cannot be read is kept for inspection and leaves the queue, so that it is not delivered for ever. */
    private void setAside(byte[] stream, byte[] group, String id, DeliveryReader.Damage damage) {
        control.commands().ifPresent(commands -> {
            var _ = commands.xadd(
                    keys.dead().getBytes(StandardCharsets.UTF_8),
                    new XAddArgs().maxlen(DEAD_FRAMES).approximateTrimming(),
                    FIELD_STREAM,
                    stream,
                    FIELD_REASON,
                    damage.reason(),
                    StreamWriter.FIELD,
                    damage.octets());
            var _ = commands.xack(stream, group, id);
            var _ = commands.xdel(stream, id);
        });
    }

    private void observe() {
        for (var producer : producers) {
            producer.probe();
            control.commands()
                    .ifPresent(commands -> commands.xlen(producer.stream()).thenAccept(producer::observeStream));
        }
    }
}
