// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.live;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jhss.cli.output.Console;
import org.jhss.cli.output.Table;
import org.jhss.diameter.dictionary.Application;
import org.jhss.diameter.dictionary.Dictionary;
import org.jhss.identity.PeerHost;
import org.jhss.platform.bus.peers.PeerRecord;
import org.jhss.platform.bus.peers.PeerRegistry;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code jhss peers}. */
@Command(name = "peers", description = "Lists the Diameter peers of the running jHSS.", mixinStandardHelpOptions = true)
public final class PeersCommand implements Callable<Integer> {

    private final Console console;

    @Option(
            names = {"-v", "--verbose"},
            description = "Show the counters too.")
    private boolean verbose;

    /** A command that prints to {@code console}. */
    public PeersCommand(Console console) {
        this.console = console;
    }

    /** Exit code 0, also when there are none. */
    @Override
    public Integer call() throws IOException {
        try (var bus = LiveBus.open();
                var registry = PeerRegistry.open(bus)) {
            var peers = new ArrayList<>(registry.snapshot());
            peers.sort(Comparator.comparing(PeersCommand::name));
            if (peers.isEmpty()) {
                console.println("no peers");
            } else {
                print(peers);
            }
        }
        return ExitCode.OK;
    }

    private void print(List<PeerRecord> peers) {
        var table = new Table("PEER", "REALM", "ADDRESS", "STATE", "SINCE", "APPLICATIONS", "INSTANCE");
        for (var peer : peers) {
            table.row(
                    name(peer),
                    peer.identity().realm(),
                    peer.address().transport() + " " + peer.address().ip() + ":"
                            + peer.address().port(),
                    peer.state().name(),
                    ago(peer.state().since()),
                    applications(peer),
                    peer.instance());
        }
        table.lines(console).forEach(console::println);
        if (verbose) {
            for (var peer : peers) {
                console.println("");
                console.println(console.bold(name(peer)));
                peer.counters().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .forEach(counter -> console.println("  " + counter.getKey() + " " + counter.getValue()));
            }
        }
    }

    private static String name(PeerRecord peer) {
        return peer.identity().host().map(PeerHost::value).orElse("?");
    }

    /** By the dictionary's names; a number where it has none. */
    static String applications(PeerRecord peer) {
        return peer.applications().stream().map(PeersCommand::application).collect(Collectors.joining(" "));
    }

    private static String application(long id) {
        return Dictionary.standard().applications().stream()
                .filter(application -> application.id() == (int) id)
                .map(Application::name)
                .findAny()
                .orElseGet(() -> Long.toString(id));
    }

    private static String ago(Instant since) {
        var time = Duration.between(since, Instant.now());
        if (time.toDays() > 0) {
            return time.toDays() + " d";
        }
        if (time.toHours() > 0) {
            return time.toHours() + " h";
        }
        return time.toMinutes() > 0 ? time.toMinutes() + " min" : Math.max(0, time.toSeconds()) + " s";
    }
}
