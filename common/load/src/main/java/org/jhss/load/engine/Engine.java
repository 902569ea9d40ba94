// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.engine;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jhss.diameter.dictionary.Application;
import org.jhss.diameter.dictionary.CommandDefinition;
import org.jhss.load.command.JudgeContext;
import org.jhss.load.command.LoadCommand;
import org.jhss.load.command.LoadCommands;
import org.jhss.load.command.SqnMemory;
import org.jhss.load.plan.LoadPlan;
import org.jhss.load.plan.MixEntry;
import org.jhss.load.plan.Pace;
import org.jhss.load.report.LoadReport;
import org.jspecify.annotations.Nullable;

/** One run: its threads, started together and reported on together. */
public final class Engine {

    private static final WriteBufferWaterMark WATER_MARK = new WriteBufferWaterMark(256 * 1024, 1024 * 1024);
    private static final int MIN_PLACES = 1 << 17;
    private static final int MAX_PLACES = 1 << 22;
    private static final int PLACES_PER_PENDING = 4;

    private final LoadPlan plan;
    private final List<Worker> workers = new ArrayList<>();
    private final Transport transport;
    private final SqnMemory sqns;
    private final Timeline timeline = new Timeline();
    private final CompletableFuture<LoadReport> result = new CompletableFuture<>();
    private volatile Optional<String> problem = Optional.empty();

    private Engine(LoadPlan plan, LoadCommands commands) {
        this.plan = plan;
        int threads = Math.min(plan.threads(), plan.peers().count());
        transport = Transport.tcp(threads);
        sqns = new SqnMemory(plan.checks().rememberedSqns());
        var chosen = plan.mix().stream().map(entry -> command(commands, entry)).toList();
        int epoch = (int) TimeUnit.MILLISECONDS.toSeconds(System.currentTimeMillis());
        var requests = new Requests(plan, chosen, epoch);
        for (int thread = 0; thread < threads; thread++) {
            workers.add(worker(chosen, requests, thread, threads));
        }
    }

    /**
     * Starts a run.
     *
     * @throws IllegalArgumentException when the plan names a command that is not among {@code commands}
     */
    public static Engine start(LoadPlan plan, LoadCommands commands) {
        plan.mix().forEach(entry -> command(commands, entry));
        var engine = new Engine(plan, commands);
        engine.connect();
        return engine;
    }

    private static LoadCommand command(LoadCommands commands, MixEntry entry) {
        return commands.find(entry.command())
                .orElseThrow(() -> new IllegalArgumentException("there is no command " + entry.command()
                        + "; there are " + String.join(", ", commands.names())));
    }

    private Worker worker(List<LoadCommand> commands, Requests requests, int thread, int threads) {
        var loop = transport.group().next();
        var stats = new WorkerStats(commands.size(), timeline);
        // Places in the table are identifiers; different threads begin far from each other to be told apart in traces.
        int first = (int) System.nanoTime() + thread * (Integer.MAX_VALUE / threads);
        var exchange = new Exchange(
                plan,
                commands,
                new JudgeContext(plan.checks(), plan.peers(), sqns),
                new PendingTable(places(), first),
                new Chooser(plan, thread, threads),
                stats,
                (int) System.currentTimeMillis());
        var worker = new Worker(plan, loop, stats, exchange, part(plan.span().count(), thread, threads));
        var bootstrap = new Bootstrap()
                .group(loop)
                .channel(transport.channel())
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.WRITE_BUFFER_WATER_MARK, WATER_MARK)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        Math.min(plan.links().connectTimeout().toMillis(), Integer.MAX_VALUE));
        var further = commands.stream()
                .map(LoadCommand::definition)
                .map(CommandDefinition::application)
                .toList();
        for (int peer = thread; peer < plan.peers().count(); peer += threads) {
            addLink(worker, exchange, bootstrap, requests, further, peer);
        }
        return worker;
    }

    private void addLink(
            Worker worker,
            Exchange exchange,
            Bootstrap bootstrap,
            Requests requests,
            List<Application> further,
            int peer) {
        var host = plan.peers().host(peer);
        var link = new PeerLink(
                peer,
                bootstrap,
                worker.loop(),
                plan.targets(),
                plan.links(),
                new BaseMessages(host, plan.peers().originRealm(), further),
                worker,
                worker.stats().links);
        worker.add(link);
        exchange.add(link, requests.templates(host));
    }

    private int places() {
        long pending = switch (plan.pace()) {
            case Pace.Window window ->
                (long) window.window() * (window.perPeer() ? plan.peers().count() : 1);
            case Pace.Rate rate -> plan.links().maxOutstanding();
        };
        return Math.clamp(pending * PLACES_PER_PENDING, MIN_PLACES, MAX_PLACES);
    }

    private static long part(long whole, int thread, int threads) {
        return whole == Long.MAX_VALUE ? whole : whole / threads + (thread < whole % threads ? 1 : 0);
    }

    private void connect() {
        workers.forEach(worker -> worker.loop().execute(worker::connect));
        var ready = CompletableFuture.allOf(workers.stream().map(Worker::ready).toArray(CompletableFuture[]::new));
        var _ = ready.completeOnTimeout(null, plan.links().connectTimeout().toNanos(), TimeUnit.NANOSECONDS)
                .thenRunAsync(this::begin)
                .whenComplete((nothing, failure) -> fail(failure));
        var done = CompletableFuture.allOf(workers.stream().map(Worker::done).toArray(CompletableFuture[]::new));
        var _ = done.thenRunAsync(this::finish).whenComplete((nothing, failure) -> fail(failure));
    }

    private void fail(@Nullable Throwable failure) {
        if (failure != null) {
            result.completeExceptionally(failure);
        }
    }

    private void begin() {
        if (snapshot().links().open() == 0) {
            problem = Optional.of("no connection to " + plan.targets()
                    + ": nobody listens there, or the capabilities exchange was refused");
            stop();
            return;
        }
        long start = System.nanoTime();
        var shares = Shares.of(plan, workers);
        for (int i = 0; i < shares.length; i++) {
            var worker = workers.get(i);
            double share = shares[i];
            worker.loop().execute(() -> worker.begin(start, share, plan.pace()));
        }
    }

    private void finish() {
        result.complete(snapshot());
        var _ = transport.group().shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    /** What has been found so far; asks each thread. */
    public LoadReport snapshot() {
        var finished = result.getNow(null);
        return finished != null ? finished : Snapshots.of(plan, workers, timeline, sqns, problem);
    }

    /** Stops sending; the result comes when what is outstanding has ended. */
    public void stop() {
        workers.forEach(worker -> worker.loop().execute(worker::stop));
    }

    /** The final report. */
    public CompletableFuture<LoadReport> result() {
        return result;
    }
}
