// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import org.jhss.bench.rig.Commands;
import org.jhss.bench.rig.Home;

/** async-profiler from its Maven artifact, loaded into running JVMs. */
final class AsyncProfiler {

    private final Path library;

    private AsyncProfiler(Path library) {
        this.library = library;
    }

    static AsyncProfiler unpack() {
        var machine = System.getProperty("os.arch").contains("aarch64") ? "linux-arm64" : "linux-x64";
        var target = Home.cache().resolve("libasyncProfiler.so");
        try (var packed = Objects.requireNonNull(
                one.profiler.AsyncProfiler.class.getResourceAsStream("/" + machine + "/libasyncProfiler.so"))) {
            Files.copy(packed, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new AsyncProfiler(target);
    }

    /** Samples the CPU time of all threads, with the kernel's part where the machine allows it. Returns the event used. */
    String start(long pid) {
        for (var event : List.of("cpu", "ctimer")) {
            if (command(pid, "start,event=" + event + ",interval=1ms,threads")) {
                return event;
            }
        }
        throw new IllegalStateException("the profiler does not start in process " + pid + ", see that process's log");
    }

    /** Ends the sampling; the stacks, which are also returned, are in {@code file}. */
    List<String> stop(long pid, Path file) {
        if (!command(pid, "stop,collapsed,threads,file=" + file)) {
            throw new IllegalStateException("the profiler does not stop in process " + pid);
        }
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The quotes keep jcmd from taking the options for its own. */
    private boolean command(long pid, String options) {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        return Commands.run(
                        Home.results(),
                        List.of(jcmd, Long.toString(pid), "JVMTI.agent_load", library.toString(), '"' + options + '"'))
                .contains("return code: 0");
    }
}
