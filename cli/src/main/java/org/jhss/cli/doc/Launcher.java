// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.doc;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What the launcher {@code ./jhss} does itself, so that completion and manual know it, too. */
final class Launcher {

    private static final List<String> ROLES = List.of("redis", "diameter", "hss", "geored", "api");

    private record Entry(String name, String parameters, List<String> candidates, String description) {}

    private static final List<Entry> ENTRIES = List.of(
            new Entry(
                    "up",
                    "ROLE=COUNT",
                    List.of("redis=0", "diameter=1", "hss=1", "hss=2", "api=1"),
                    "Starts everything and waits until it is ready; hss=2 starts two."),
            new Entry("down", "", List.of(), "Stops everything."),
            new Entry("status", "", List.of(), "Says what runs, what died and why."),
            new Entry("logs", "ROLE", ROLES, "Shows the logs; -f follows them."),
            new Entry("run", "ROLE", ROLES, "Runs one role in the foreground, for systemd and containers."),
            new Entry("build", "", List.of(), "Builds jHSS, in a source tree."),
            new Entry("test", "", List.of(), "Builds and runs every test, in a source tree."),
            new Entry("chaos", "SCENARIO", List.of(), "Kills, restarts and overloads it, in a source tree."),
            new Entry("bench", "", List.of(), "Measures it, in a source tree."));

    private Launcher() {}

    /** Adds its commands to {@code line}. */
    static void addTo(CommandLine line) {
        for (var entry : ENTRIES) {
            var spec = CommandSpec.create().name(entry.name());
            spec.usageMessage().description(entry.description());
            if (!entry.parameters().isEmpty()) {
                spec.addPositional(PositionalParamSpec.builder()
                        .paramLabel(entry.parameters())
                        .arity("0..*")
                        .type(String[].class)
                        .completionCandidates(entry.candidates().isEmpty() ? null : entry.candidates())
                        .build());
            }
            line.addSubcommand(entry.name(), new CommandLine(spec));
        }
    }
}
