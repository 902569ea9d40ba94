// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.bulk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jhss.provisioning.bulk.format.CardDigits;
import org.jhss.provisioning.bulk.format.FileFormat;
import org.jhss.provisioning.bulk.format.TransportKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the operator knows of a file's layout. */
final class LayoutOptions {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "csv, ndjson, json, sim-output, srsran or open5gs-dbctl. Default: as the content looks.")
    private @Nullable String format;

    @Option(
            names = "--columns",
            split = ",",
            paramLabel = "NAME",
            description = "The columns' names, for a table without a header.")
    private List<String> columns = new ArrayList<>();

    @Option(
            names = "--map",
            paramLabel = "NAME=COLUMN",
            description = "What the file calls NAME is COLUMN, such as --map KI=ki. May be given again.")
    private Map<String, String> mapped = new LinkedHashMap<>();

    @Option(
            names = "--ignore",
            split = ",",
            paramLabel = "NAME",
            description = "Columns of the file that are not wanted.")
    private Set<String> ignored = new TreeSet<>();

    @Option(
            names = "--digits",
            paramLabel = "ORDER",
            description =
                    "IMSI and ICCID are written plain or swapped, as cards store them. Default: ${DEFAULT-VALUE}.")
    private CardDigits.Order digits = CardDigits.Order.DETECT;

    @Option(
            names = "--transport-key",
            paramLabel = "FILE",
            description = "Decrypts Ki with the key, in hexadecimal digits, in FILE.")
    private @Nullable Path transportKey;

    @Option(
            names = "--transport-cipher",
            paramLabel = "CIPHER",
            description = "The cipher of --transport-key: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private TransportKey.Method cipher = TransportKey.Method.AES_ECB;

    @Option(
            names = "--encrypted",
            split = ",",
            paramLabel = "COLUMN",
            description = "What --transport-key decrypts, beside columns named eKI and eOPC. Default: ki.")
    private List<String> encrypted = List.of("ki");

    Optional<FileFormat> format() {
        return Optional.ofNullable(format)
                .map(name -> FileFormat.of(name)
                        .orElseThrow(() -> new IllegalArgumentException("there is no format '" + name + "'")));
    }

    List<String> columns() {
        return columns;
    }

    Map<String, String> mapped() {
        return mapped;
    }

    Set<String> ignored() {
        return ignored;
    }

    CardDigits.Order digits() {
        return digits;
    }

    List<String> encrypted() {
        return encrypted;
    }

    Optional<TransportKey> transportKey() throws IOException {
        return transportKey == null ? Optional.empty() : Optional.of(TransportKey.read(transportKey, cipher));
    }
}
