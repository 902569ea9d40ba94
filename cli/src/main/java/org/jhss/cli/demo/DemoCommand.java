// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.demo;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jhss.cli.config.Configuration;
import org.jhss.cli.output.Console;
import org.jhss.cli.sim.Listener;
import org.jhss.cli.wire.WirePrinter;
import org.jhss.identity.PeerHost;
import org.jhss.platform.config.JhssConfig;
import org.jhss.sim.SimulatedMme;
import org.jhss.sim.stack.HssEndpoint;
import org.jhss.sim.stack.LinkSettings;
import org.jhss.sim.stack.PeerException;
import org.jhss.sim.stack.PeerIdentity;
import org.jhss.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code jhss demo}. */
@Command(
        name = "demo",
        description = "Provisions test subscribers and runs two simulated MMEs against the running jHSS.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final double NANOS = 1e9;

    private final Console console;

    @Option(
            names = {"-v", "--verbose"},
            description = "Show every AVP of every message.")
    private boolean verbose;

    @Option(
            names = {"-q", "--quiet"},
            description = "Show the checks only, not the messages.")
    private boolean quiet;

    @Option(names = "--json", description = "Print the verdict as JSON and nothing else.")
    private boolean json;

    /** A command that prints to {@code console}. */
    public DemoCommand(Console console) {
        this.console = console;
    }

    /** Exit code 0 only when every check passed. */
    @Override
    public Integer call() throws IOException {
        long started = System.nanoTime();
        var config = Configuration.load();
        var verdict = new Verdict(console, json);
        provision(config, verdict);
        try {
            verdict.section("Connection: two simulated MMEs exchange capabilities with the HSS (CER)");
            try (var first = connect(config, 1, verdict);
                    var second = connect(config, 2, verdict)) {
                new Scenario(config, verdict, first, second).run();
            }
        } catch (PeerException e) {
            verdict.check("the HSS answers", false, e.getMessage() + hint(e));
        }
        verdict.conclude((System.nanoTime() - started) / NANOS);
        return verdict.isGood() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static void provision(JhssConfig config, Verdict verdict) {
        verdict.section("Provisioning: " + DemoSubscriber.ALL.size()
                + " subscribers of the test network 001-01, APNs, two rules of the EIR");
        try (var store = Store.open(config.database())) {
            store.migrator().migrate();
            int created = DemoData.provision(store.provisioning());
            verdict.note(created == 0 ? "all there already" : created + " subscribers stored");
        }
    }

    private SimulatedMme connect(JhssConfig config, int number, Verdict verdict) throws PeerException {
        var identity = config.hss().identity();
        var name = "demo-mme" + number + "." + identity.originRealm().value();
        var address = new InetSocketAddress(
                Listener.address(config), config.hss().listen().port());
        var settings = LinkSettings.of(
                        new PeerIdentity(new PeerHost(name), identity.originRealm()),
                        new HssEndpoint(address, identity.originRealm(), Optional.empty()))
                .withConnectTimeout(CONNECT)
                .withRequestTimeout(ANSWER);
        var mme = SimulatedMme.connect(settings, new WirePrinter(console, "MME" + number, detail()));
        verdict.check("MME " + number + " is connected as " + name, true, "");
        return mme;
    }

    private WirePrinter.Detail detail() {
        if (json || quiet) {
            return WirePrinter.Detail.NONE;
        }
        return verbose ? WirePrinter.Detail.FULL : WirePrinter.Detail.COMPACT;
    }

    private static String hint(PeerException failure) {
        return switch (failure.reason()) {
            case UNREACHABLE, NO_CAPABILITIES_ANSWER -> "; is jHSS running? Start it with ./jhss up";
            case NO_ANSWER -> "; see ./jhss status and ./jhss logs hss";
            case REFUSED, NOT_CONNECTED -> "; see ./jhss logs diameter";
        };
    }
}
