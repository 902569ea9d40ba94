// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.auc;

import java.io.IOException;
import org.jhss.aka.AkaCredentials;
import org.jhss.aka.AkaKey;
import org.jhss.aka.Amf;
import org.jhss.aka.MilenageKey;
import org.jhss.aka.TuakKey;
import org.jhss.aka.XorKey;
import org.jhss.cli.output.Console;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A SIM that is in no database. */
final class OfflineOptions {

    /** Authentication functions. */
    enum Algorithm {
        MILENAGE,
        TUAK,
        XOR
    }

    @SuppressWarnings("unused") // That it is given is all that it says.
    @Option(names = "--offline", required = true, description = "Compute with these keys, without a database.")
    private boolean offline;

    @Option(
            names = "--ki",
            paramLabel = "HEX",
            description = "Ki. Asked for without echo, or read from standard input.")
    private @Nullable String ki;

    @Option(names = "--opc", paramLabel = "HEX", description = "OPc, or TOPc of TUAK. Likewise, after Ki.")
    private @Nullable String opc;

    @Option(
            names = "--algorithm",
            paramLabel = "NAME",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Algorithm algorithm = Algorithm.MILENAGE;

    @Option(names = "--amf", paramLabel = "HEX", description = "Default: ${DEFAULT-VALUE}.")
    private String amf = "8000";

    @Option(
            names = "--sqn",
            paramLabel = "NUMBER",
            description = "Sequence number of the first. Default: ${DEFAULT-VALUE}.")
    private long sqn = 1 << 5;

    @Option(
            names = "--step",
            paramLabel = "NUMBER",
            description =
                    "From one sequence number to the next. Default: ${DEFAULT-VALUE}, one SEQ with an IND of 5 bits.")
    private long step = 1 << 5;

    long sqn(int index) {
        return sqn + index * step;
    }

    AkaCredentials credentials(Console console) throws IOException {
        var code = Amf.parse(amf).orElseThrow(() -> new IllegalArgumentException("AMF has four hexadecimal digits"));
        return new AkaCredentials(key(console), code);
    }

    private AkaKey key(Console console) throws IOException {
        var k = Hex.parse("Ki", ki == null ? console.askSecret("Ki") : ki);
        return switch (algorithm) {
            case MILENAGE -> MilenageKey.ofOpc(k, opc(console, "OPc"));
            case TUAK -> TuakKey.ofTopc(k, opc(console, "TOPc"));
            case XOR -> XorKey.of(k);
        };
    }

    private byte[] opc(Console console, String name) throws IOException {
        return Hex.parse(name, opc == null ? console.askSecret(name) : opc);
    }
}
