// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.yardstick;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./jhss bench yardstick}: what others do on the same machine. */
@Command(
        name = "yardstick",
        description = {
            "Measures jDiameter's server stack answering every AIR with the same vector, under the same generator,",
            "and round trips through Redis alone. Part of the whole set; prints to the terminal only."
        },
        mixinStandardHelpOptions = true)
public final class YardstickCommand implements Callable<Integer> {

    @Option(
            names = "--seconds",
            paramLabel = "NUMBER",
            defaultValue = "4",
            description = "Length of each measurement. Default: ${DEFAULT-VALUE}.")
    private int seconds = 4;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        var lines = Yardsticks.measure(Duration.ofSeconds(seconds));
        spec.commandLine().getOut().println(Yardstick.table(lines));
        return 0;
    }
}
