// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.sim;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jhss.cli.output.Console;
import org.jhss.cli.output.Exit;
import org.jhss.identity.Imei;
import org.jhss.identity.Imsi;
import org.jhss.sim.SimulatedMme;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code jhss identity-check}: the answer of the running HSS, not of a second reading of its rules. */
@Command(
        name = "identity-check",
        description = {
            "Says whether a device may be used: what the running HSS answers an ME-Identity-Check-Request (S13) of a simulated MME.",
            "With an IMSI, and if the configuration says so, the HSS notes that the subscriber was seen with the device, as after any"
                    + " such request."
        },
        mixinStandardHelpOptions = true)
public final class IdentityCheckCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "IMEI",
            description = "14 digits, 15 with the check digit, or 16 with the software version.")
    private String imei = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "IMSI", description = "The subscriber using it.")
    private @Nullable String imsi;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private PeerOptions peer = new PeerOptions();

    /** A command that prints to {@code console}. */
    public IdentityCheckCommand(Console console) {
        this.console = console;
    }

    /** Exit code 0 when there is a status, 3 when the HSS answers without one. */
    @Override
    public Integer call() throws IOException {
        var device = Imei.parse(imei)
                .orElseThrow(() -> new ParameterException(spec.commandLine(), "'" + imei + "' is no IMEI"));
        var user = Optional.ofNullable(imsi)
                .map(text -> Imsi.parse(text)
                        .orElseThrow(() -> new ParameterException(spec.commandLine(), "'" + text + "' is no IMSI")));
        var settings = peer.settings("eir");
        try (var node = SimulatedMme.connect(settings, peer.printerWhenVerbose(console, "MME"))) {
            var answer = node.checkEquipment(device, user);
            var status = answer.status().map(known -> known.name().toLowerCase(Locale.ROOT));
            if (json) {
                console.println(JsonMapper.shared()
                        .writeValueAsString(JsonNodeFactory.instance
                                .objectNode()
                                .put("imei", imei)
                                .put("imsi", imsi)
                                .put("equipment_status", status.orElse(null))
                                .put("result", answer.outcome().toString())));
            } else {
                console.println(imei + "  " + status.orElse("no status: " + answer.outcome()));
            }
            return status.isPresent() ? ExitCode.OK : Exit.REJECTED;
        }
    }
}
