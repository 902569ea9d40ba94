// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.decode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jhss.cli.output.Console;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jhss decode}. */
@Command(
        name = "decode",
        description = "Shows Diameter messages readably, however malformed.",
        mixinStandardHelpOptions = true)
public final class DecodeCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";
    private static final byte DIAMETER_VERSION = 1;

    private final Console console;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "HEX",
            description = "The octets of one or more messages in hexadecimal, or - to read them from standard input.")
    private List<String> hex = List.of();

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "A file with hexadecimal text, a hex dump, or the octets themselves.")
    private @Nullable Path file;

    @Option(names = "--redact", description = "Leave out keys and expected responses, to show the dump to others.")
    private boolean redact;

    /** A command that prints to {@code console}. */
    public DecodeCommand(Console console) {
        this.console = console;
    }

    /** Exit code 0 when every message is sound, 1 when one is malformed. */
    @Override
    public Integer call() throws IOException {
        var octets = input();
        if (octets.length == 0) {
            throw new IllegalArgumentException("there is nothing to decode");
        }
        var stream = new MessageStream(octets, redact);
        boolean sound = stream.forEach(console::println);
        return sound ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private byte[] input() throws IOException {
        if (file != null) {
            var content = Files.readAllBytes(file);
            // The first octet of a message is its version, 1, which no text starts with.
            return content.length > 0 && content[0] == DIAMETER_VERSION
                    ? content
                    : HexInput.parse(new String(content, StandardCharsets.UTF_8));
        }
        if (hex.equals(List.of(STANDARD_INPUT))) {
            return HexInput.parse(new String(System.in.readAllBytes(), StandardCharsets.UTF_8));
        }
        if (hex.isEmpty() && spec != null) {
            throw new ParameterException(spec.commandLine(), "Give the message in hexadecimal, -, or --file FILE.");
        }
        return HexInput.parse(String.join("\n", hex));
    }
}
