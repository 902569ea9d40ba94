// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.sim;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jhss.cli.output.Console;
import org.jhss.sim.SimulatedMme;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jhss sim mme}. */
@Command(name = "mme", description = "A mobility management entity: S6a and S13.", mixinStandardHelpOptions = true)
final class MmeCommand implements Callable<Integer> {

    private static final String KIND = "mme";

    private final Console console;

    @Mixin
    private PeerOptions peer = new PeerOptions();

    @Mixin
    private SubscriberOptions subscriber = new SubscriberOptions();

    @Parameters(
            arity = "0..*",
            paramLabel = "STEP",
            description =
                    "What to do for each subscriber, in this order: ${COMPLETION-CANDIDATES}. Default: AIR ULR ECR.")
    private List<Step> steps = List.of();

    @Option(names = "--listen", description = "Stay connected and show what the HSS asks (CLR, IDR, DSR, RSR).")
    private boolean listen;

    MmeCommand(Console console) {
        this.console = console;
    }

    /** Exit code 0 when every answer was a success and every checked vector good. */
    @Override
    public Integer call() throws IOException {
        try (var node =
                SimulatedMme.connect(peer.settings(KIND), peer.printer(console, KIND.toUpperCase(Locale.ROOT)))) {
            var run = new NodeRun(console, node, subscriber, true);
            boolean good = run.run(steps.isEmpty() && !listen ? Step.USUAL : steps);
            if (listen) {
                run.listen();
            }
            return good ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }
}
