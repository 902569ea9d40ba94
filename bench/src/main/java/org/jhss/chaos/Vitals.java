// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jhss.bench.rig.Commands;
import org.jhss.bench.rig.Home;
import org.jhss.bench.rig.Node;

/**
 * What a Java process holds.
 *
 * @param descriptors open files and sockets
 * @param threads of the operating system
 * @param heapKibibytes live heap, after a full collection
 */
public record Vitals(int descriptors, int threads, long heapKibibytes) {

    private static final Path JCMD =
            Path.of(System.getProperty("java.home"), "bin", "jcmd").toAbsolutePath();
    private static final Pattern USED = Pattern.compile("total \\d+K, used (\\d+)K");

    /** What {@code process} holds now; it collects its garbage for that. */
    public static Vitals of(Node process) {
        var _ = jcmd(process, "GC.run");
        long used = USED.matcher(jcmd(process, "GC.heap_info"))
                .results()
                .mapToLong(match -> Long.parseLong(match.group(1)))
                .sum();
        return new Vitals(process.openDescriptors(), threads(process.pid()), used);
    }

    private static int threads(long pid) {
        try (var tasks = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            return (int) tasks.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String jcmd(Node process, String command) {
        return Commands.run(Home.results(), List.of(JCMD.toString(), Long.toString(process.pid()), command));
    }

    /** Whether this is about what {@code before} was: a few descriptors and threads, and so many KiB of heap, do not matter. */
    public boolean isBackTo(Vitals before, int slackDescriptors, int slackThreads, long slackKibibytes) {
        return descriptors <= before.descriptors + slackDescriptors
                && threads <= before.threads + slackThreads
                && heapKibibytes <= before.heapKibibytes + slackKibibytes;
    }

    @Override
    public String toString() {
        return descriptors + " descriptors, " + threads + " threads, " + heapKibibytes + " KiB of heap";
    }
}
