// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.auc;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jhss.cli.output.Console;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code jhss opc}. */
@Command(
        name = "opc",
        description = {
            "Computes OPc from OP and Ki, or TOPc from TOP for TUAK.",
            "What is not given is asked for without echo, or read from standard input a line each, Ki first: so no secret"
                    + " comes into the list of processes."
        },
        mixinStandardHelpOptions = true)
public final class OpcCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--op", paramLabel = "HEX", description = "OP: 16 octets; TOP for TUAK: 32 octets.")
    private @Nullable String op;

    @Option(names = "--ki", paramLabel = "HEX", description = "Ki: 16 octets; for TUAK 16 or 32.")
    private @Nullable String ki;

    @Option(names = "--tuak", description = "TOPc of TUAK instead of OPc of Milenage.")
    private boolean tuak;

    @Option(
            names = "--iterations",
            paramLabel = "NUMBER",
            description = "How often TUAK runs Keccak. Default: ${DEFAULT-VALUE}.")
    private int iterations = 1;

    /** A command that prints to {@code console}. */
    public OpcCommand(Console console) {
        this.console = console;
    }

    /** Exit code 0, or 1 when a value has a wrong length or is not hexadecimal. */
    @Override
    public Integer call() throws IOException {
        var key = ki == null ? console.askSecret("Ki") : ki;
        var code = op == null ? console.askSecret(tuak ? "TOP" : "OP") : op;
        console.println(tuak ? OperatorCode.topc(key, code, iterations) : OperatorCode.opc(key, code));
        return ExitCode.OK;
    }
}
