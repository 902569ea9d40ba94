// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.sim;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jhss.cli.output.Console;
import org.jhss.identity.Imei;
import org.jhss.identity.Imsi;
import org.jhss.sim.SimulatedMme;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jhss sim eir}. */
@Command(
        name = "eir",
        description = "A client of the equipment identity register: asks for the status of devices (S13).",
        mixinStandardHelpOptions = true)
final class EirCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private PeerOptions peer = new PeerOptions();

    @Option(names = "--imsi", paramLabel = "IMSI", description = "The subscriber using the device. Default: none.")
    private @Nullable String imsi;

    @Parameters(
            arity = "1..*",
            paramLabel = "IMEI",
            description = "14 digits, 15 with the check digit, or 16 with the software version.")
    private List<String> imeis = List.of();

    EirCommand(Console console) {
        this.console = console;
    }

    /** Exit code 0 when every device got a status. */
    @Override
    public Integer call() throws IOException {
        var user = Optional.ofNullable(imsi).map(Imsi::new);
        boolean good = true;
        try (var node = SimulatedMme.connect(peer.settings("eir"), peer.printer(console, "MME"))) {
            for (var text : imeis) {
                var imei = Imei.parse(text).orElseThrow(() -> new IllegalArgumentException(text + " is no IMEI"));
                var answer = node.checkEquipment(imei, user);
                var status = answer.status();
                good &= status.isPresent();
                console.println((status.isPresent() ? console.tick() : console.cross()) + " " + text + "  "
                        + status.map(s -> s.name().toLowerCase(Locale.ROOT)).orElse("no status: " + answer.outcome()));
            }
        }
        return good ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
