// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.system;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jhss.bench.rig.Home;
import org.jhss.bench.yardstick.Yardstick;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A set of results.
 *
 * @param machine on what
 * @param command what made it
 * @param checkEvery vectors of one answer in so many were computed again
 * @param times how long was measured
 * @param footprint the idle system, if that was measured
 * @param results the scenarios
 * @param yardsticks what others do on the same machine, if that was measured
 */
record SystemReport(
        Machine machine,
        String command,
        int checkEvery,
        ScenarioRun.Times times,
        Optional<Footprint> footprint,
        List<ScenarioResult> results,
        List<Yardstick> yardsticks) {

    private static final double MILLIS_PER_SECOND = 1_000;

    SystemReport {
        results = List.copyOf(results);
        yardsticks = List.copyOf(yardsticks);
    }

    /** Whether every request was answered with success and nothing was wrong with an answer. */
    boolean isClean() {
        return results.stream()
                .flatMap(result -> result.measurements().stream())
                .allMatch(line -> line.notSucceeded() == 0 && line.faults() == 0);
    }

    String toMarkdown() {
        var text = new StringBuilder();
        text.append("## %s, whole systems (`%s`)%n%n".formatted(machine.date(), command));
        text.append("%s.%n".formatted(machine));
        text.append(
                "%d s a line after %d s of the same load; every answer's result, session and SQN looked at, vectors of one in %d"
                        .formatted(times.measure().toSeconds(), times.settle().toSeconds(), checkEvery));
        text.append(
                " computed again. The generator's CPU time is told apart; it shares the processors with the system.\n");
        footprint.ifPresent(idle -> text.append("\n%s.%n".formatted(idle)));
        results.forEach(result -> text.append(markdown(result)));
        if (!yardsticks.isEmpty()) {
            text.append("%n### Yardsticks%n%n%s".formatted(Yardstick.table(yardsticks)));
        }
        return text.toString();
    }

    private static String markdown(ScenarioResult result) {
        var text = new StringBuilder();
        text.append("%n### %s%n%n".formatted(result.scenario().title()));
        text.append(String.format(
                Locale.ROOT,
                "%s. Ready after %.1f s.%n%n",
                result.durability(),
                result.loadedInMillis() / MILLIS_PER_SECOND));
        text.append(Tables.HEAD);
        result.measurements().forEach(line -> text.append(Tables.row(line)));
        var memory = result.memoryAfter();
        text.append("%nResident afterwards, MiB: diameter %d, hss %d, Redis %d, database %d.%n"
                .formatted(
                        memory.getOrDefault(Part.DIAMETER, 0L),
                        memory.getOrDefault(Part.HSS, 0L),
                        memory.getOrDefault(Part.REDIS, 0L),
                        memory.getOrDefault(Part.DATABASE, 0L)));
        return text.toString();
    }

    void writeJson() throws IOException {
        var mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Files.writeString(Home.results().resolve("system.json"), mapper.writeValueAsString(this));
    }

    /** Puts it in front of the older results, below the introduction. */
    void append() throws IOException {
        var file = Home.directory().resolve("bench/RESULTS.md");
        Files.writeString(file, ResultsFile.withNewest(Files.readString(file), toMarkdown()));
    }
}
