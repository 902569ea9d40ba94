// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.rig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What the kernel tells of a process and its children (proc(5)); zero of one that is gone. */
final class ProcFs {

    private static final Path PROC = Path.of("/proc");

    /** Clock ticks a second: the kernel's USER_HZ, 100 on every architecture that Java runs on. */
    private static final int USER_HZ = 100;

    private static final int KIBIBYTES_PER_MEBIBYTE = 1024;

    /** Places of utime, stime, cutime and cstime after the command's name in /proc/PID/stat. */
    private static final int UTIME = 11;

    private static final int TIMES = 4;

    private ProcFs() {}

    /** User and system time of the process, its ended children, and its living descendants. */
    static Duration cpuTime(long pid) {
        long ticks = family(pid).mapToLong(ProcFs::ticks).sum();
        return Duration.ofMillis(ticks * 1000 / USER_HZ);
    }

    /** Resident memory of the process and its descendants in MiB; what they share is counted once, in proportion (PSS). */
    static long residentMegabytes(long pid) {
        return family(pid).mapToLong(ProcFs::residentKibibytes).sum() / KIBIBYTES_PER_MEBIBYTE;
    }

    /** Open descriptors of the process itself. */
    static int openDescriptors(long pid) {
        try (Stream<Path> open = Files.list(PROC.resolve(pid + "/fd"))) {
            return (int) open.count();
        } catch (IOException _) {
            return 0;
        }
    }

    private static Stream<Long> family(long pid) {
        var self = ProcessHandle.of(pid);
        return Stream.concat(self.stream(), self.stream().flatMap(ProcessHandle::descendants))
                .map(ProcessHandle::pid);
    }

    private static long ticks(long pid) {
        var stat = read(pid, "stat");
        if (stat.isEmpty()) {
            return 0;
        }
        // The name may hold spaces and brackets; the last bracket ends it.
        var fields =
                stat.getFirst().substring(stat.getFirst().lastIndexOf(')') + 2).split(" ", -1);
        long sum = 0;
        for (int i = UTIME; i < UTIME + TIMES; i++) {
            sum += Long.parseLong(fields[i]);
        }
        return sum;
    }

    private static long residentKibibytes(long pid) {
        return read(pid, "smaps_rollup").stream()
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    private static List<String> read(long pid, String file) {
        try {
            return Files.readAllLines(PROC.resolve(pid + "/" + file));
        } catch (IOException _) {
            return List.of();
        }
    }
}
