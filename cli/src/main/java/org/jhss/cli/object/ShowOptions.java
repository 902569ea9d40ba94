// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.object;

import java.util.List;
import org.jhss.cli.output.Console;
import org.jhss.provisioning.schema.Column;
import org.jhss.provisioning.schema.ResourceType;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How rows are shown. */
final class ShowOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--with-secrets", description = "Show keys and codes instead of ***.")
    private boolean secrets;

    @Option(
            names = "--columns",
            split = ",",
            paramLabel = "COLUMN",
            description = "Which columns, in which order; all for every one.")
    private List<String> columns = List.of();

    boolean json() {
        return json;
    }

    boolean secrets() {
        return secrets;
    }

    boolean areColumnsNamed() {
        return !columns.isEmpty();
    }

    RowPrinter printer(Console console) {
        return new RowPrinter(console, json, secrets);
    }

    /**
     * The columns that are named, else {@code usual}.
     *
     * @throws ParameterException when one is no column of {@code type}
     */
    List<Column> columns(ResourceType type, List<Column> usual) {
        if (columns.isEmpty()) {
            return usual;
        }
        return UsualColumns.named(type, columns)
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(),
                        "the columns of " + ResourceName.of(type) + " are "
                                + String.join(
                                        ", ",
                                        type.columns().stream()
                                                .map(Column::name)
                                                .toList())));
    }
}
