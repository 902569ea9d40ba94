// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.chaos;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jhss.chaos.fault.Faults;
import org.jhss.chaos.fault.Overload;
import org.jhss.chaos.fault.Soak;
import org.jhss.chaos.input.BadInput;
import org.jhss.chaos.input.Mutations;

/** {@code ./jhss chaos}: runs scenarios and tells in a table what was sent, answered, refused and lost. */
public final class Chaos {

    private static final int EXIT_BREACH = 1;
    private static final int EXIT_USAGE = 64;
    private static final int DEFAULT_SECONDS = 60;
    private static final int DEFAULT_RATE = 1000;
    private static final int HOSTILE_TIMES = 300;

    private static final List<Scenario> SCENARIOS = Stream.of(
                    Stream.of(new Mutations(), new BadInput(HOSTILE_TIMES)),
                    Faults.ALL.stream(),
                    Stream.of(new Overload(true), new Soak(true)))
            .flatMap(scenarios -> scenarios)
            .toList();

    private final PrintStream out;
    private final List<Scenario> chosen = new ArrayList<>();
    private int seconds = DEFAULT_SECONDS;
    private int rate = DEFAULT_RATE;

    private Chaos(PrintStream out) {
        this.out = out;
    }

    public static void main(String... arguments) {
        System.exit(new Chaos(System.out).run(List.of(arguments)));
    }

    private int run(List<String> arguments) {
        if (arguments.contains("--help")) {
            usage();
            return 0;
        }
        if (!read(arguments)) {
            usage();
            return EXIT_USAGE;
        }
        var effort = Effort.of(Duration.ofSeconds(seconds), rate);
        var reports = new ArrayList<ScenarioReport>();
        for (var scenario : chosen.isEmpty() ? SCENARIOS : chosen) {
            out.println(scenario.name() + ": " + scenario.what());
            var report = run(scenario, effort);
            report.notes().forEach(note -> out.println("  " + note));
            report.breaches().forEach(breach -> out.println("  BREACH: " + breach));
            reports.add(report);
        }
        out.println();
        out.print(ReportTable.of(reports));
        return reports.stream().allMatch(ScenarioReport::isClean) ? 0 : EXIT_BREACH;
    }

    /** A system that does not even start is a breach, and the others are tried all the same. */
    private static ScenarioReport run(Scenario scenario, Effort effort) {
        try {
            return scenario.run(effort);
        } catch (RuntimeException e) {
            return new ScenarioReport(
                    scenario.name(), scenario.what(), Counts.NONE, Optional.empty(), List.of(), List.of(e.toString()));
        }
    }

    private boolean read(List<String> arguments) {
        Map<String, Scenario> byName =
                SCENARIOS.stream().collect(Collectors.toMap(Scenario::name, scenario -> scenario));
        for (int i = 0; i < arguments.size(); i++) {
            var argument = arguments.get(i);
            var scenario = byName.get(argument);
            if (scenario != null) {
                chosen.add(scenario);
            } else if ((argument.equals("--seconds") || argument.equals("--rate"))
                    && i + 1 < arguments.size()
                    && arguments.get(i + 1).matches("[1-9]\\d{0,5}")) {
                int value = Integer.parseInt(arguments.get(++i));
                if (argument.equals("--seconds")) {
                    seconds = value;
                } else {
                    rate = value;
                }
            } else {
                return false;
            }
        }
        return true;
    }

    private void usage() {
        out.println("usage: ./jhss chaos [SCENARIO...] [--seconds N] [--rate N]");
        out.println();
        out.println("N seconds of each scenario (" + DEFAULT_SECONDS + "), with N requests per second (" + DEFAULT_RATE
                + ")");
        out.println("where the scenario does not choose itself. Without names all run:");
        SCENARIOS.forEach(scenario -> out.printf("  %-22s %s%n", scenario.name(), scenario.what()));
    }
}
