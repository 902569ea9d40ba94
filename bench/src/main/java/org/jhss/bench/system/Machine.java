// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jhss.bench.rig.Commands;
import org.jhss.bench.rig.Home;

/**
 * On what, and with what, a set was measured.
 *
 * @param date the day
 * @param commit the source's commit, marked when files differ from it
 * @param cpu model and number of processors
 * @param loadAverage of the minute before the start: what else the machine did
 * @param java version and maker of the JVM
 * @param redis version of the Redis
 */
public record Machine(LocalDate date, String commit, String cpu, double loadAverage, String java, String redis) {

    /** This machine, now. */
    public static Machine here(String redis) {
        return new Machine(
                LocalDate.now(ZoneId.systemDefault()),
                sourceCommit(),
                Runtime.getRuntime().availableProcessors() + " x " + model(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                System.getProperty("java.vendor.version", System.getProperty("java.version")),
                redis);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s, %s, Redis %s, commit %s, load average %.1f at the start",
                cpu,
                java,
                redis,
                commit,
                loadAverage);
    }

    private static String sourceCommit() {
        try {
            return git("rev-parse", "--short", "HEAD")
                    + (git("status", "--porcelain", "--untracked-files=no").isEmpty() ? "" : " with changes");
        } catch (IllegalStateException | UncheckedIOException _) {
            return "unknown";
        }
    }

    private static String git(String... arguments) {
        var command = new ArrayList<>(List.of(arguments));
        command.addFirst("git");
        return Commands.run(Home.directory(), command).strip();
    }

    private static String model() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown processor");
        } catch (IOException _) {
            return "unknown processor";
        }
    }
}
