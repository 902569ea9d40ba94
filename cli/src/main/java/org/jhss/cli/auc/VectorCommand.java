// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.auc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jhss.aka.AkaEngine;
import org.jhss.cli.config.Configuration;
import org.jhss.cli.output.Console;
import org.jhss.cli.output.Exit;
import org.jhss.identity.Imsi;
import org.jhss.identity.Plmn;
import org.jhss.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code jhss vector}. */
@Command(
        name = "vector",
        description = {
            "Makes authentication vectors of a subscriber in the database, as the HSS does: their sequence numbers are used up.",
            "With --offline, of keys that are given."
        },
        mixinStandardHelpOptions = true)
public final class VectorCommand implements Callable<Integer> {

    private static final int MOST = 32;
    private static final int MCC_DIGITS = 3;
    private static final int MNC_DIGITS = 2;

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "IMSI", description = "The subscriber; not with --offline.")
    private @Nullable String imsi;

    @Option(
            names = "--for",
            paramLabel = "ACCESS",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private VectorKind kind = VectorKind.EPS;

    @Option(
            names = "--plmn",
            paramLabel = "MCCMNC",
            description =
                    "The serving network of an EPS vector. Default: that of the IMSI with an MNC of two digits, offline 00101.")
    private @Nullable String plmn;

    @Option(names = "--count", paramLabel = "NUMBER", description = "How many, 1 to 32. Default: ${DEFAULT-VALUE}.")
    private int count = 1;

    @Option(names = "--rand", paramLabel = "HEX", description = "RAND, for tests. Default: random.")
    private @Nullable String rand;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The configuration. Default: the one that the services read.")
    private @Nullable Path config;

    @ArgGroup(exclusive = false, heading = "%nWithout a database:%n")
    private @Nullable OfflineOptions offline;

    /** A command that prints to {@code console}. */
    public VectorCommand(Console console) {
        this.console = console;
    }

    /** Exit code 0 when they are made, 3 when the subscriber has no usable keys. */
    @Override
    public Integer call() throws IOException {
        if ((imsi == null) == (offline == null)) {
            throw new ParameterException(spec.commandLine(), "either an IMSI or --offline");
        }
        if (count < 1 || count > MOST) {
            throw new ParameterException(spec.commandLine(), "--count is 1 to " + MOST);
        }
        var vectors = new Vectors(rand(), kind, plmn());
        if (offline != null) {
            print(offline(offline, vectors));
            return ExitCode.OK;
        }
        var configuration = config == null ? Configuration.load() : Configuration.load(config);
        var subscriber = Imsi.parse(imsi == null ? "" : imsi)
                .orElseThrow(() -> new ParameterException(spec.commandLine(), "'" + imsi + "' is no IMSI"));
        try (var store = Store.open(configuration.database())) {
            var made = new StoredVectors(store, configuration.hss().sqn()).make(subscriber, vectors, kind, count);
            return switch (made) {
                case StoredVectors.Made(var all) -> {
                    print(all);
                    yield ExitCode.OK;
                }
                case StoredVectors.Refused(var reason) -> {
                    console.error(reason);
                    yield Exit.REJECTED;
                }
            };
        }
    }

    private List<ObjectNode> offline(OfflineOptions options, Vectors vectors) throws IOException {
        var credentials = options.credentials(console);
        var made = new ArrayList<ObjectNode>();
        for (int i = 0; i < count; i++) {
            made.add(vectors.make(credentials, options.sqn(i)));
        }
        return made;
    }

    private void print(List<ObjectNode> vectors) {
        if (json) {
            var mapper = JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();
            console.println(mapper.writeValueAsString(vectors));
            return;
        }
        for (int i = 0; i < vectors.size(); i++) {
            if (i > 0) {
                console.println("");
            }
            vectors.get(i)
                    .properties()
                    .forEach(field -> console.println(console.bold(String.format("%-6s", field.getKey()))
                            + field.getValue().asString()));
        }
    }

    private Optional<byte[]> rand() {
        if (rand == null) {
            return Optional.empty();
        }
        var octets = Hex.parse("RAND", rand);
        if (octets.length != AkaEngine.RAND_LENGTH) {
            throw new ParameterException(spec.commandLine(), "RAND has " + AkaEngine.RAND_LENGTH + " octets");
        }
        return Optional.of(octets);
    }

    private Plmn plmn() {
        var text = plmn;
        if (text == null) {
            text = imsi == null || imsi.length() < MCC_DIGITS + MNC_DIGITS
                    ? "00101"
                    : imsi.substring(0, MCC_DIGITS + MNC_DIGITS);
        }
        var wrong = text;
        return Plmn.parse(text)
                .orElseThrow(
                        () -> new ParameterException(spec.commandLine(), "'" + wrong + "' is no PLMN such as 00101"));
    }
}
