// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.dist;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** tshark, Wireshark's command line: what someone else's dissector makes of our octets. */
final class Analyser {

    private static final int PATIENCE_SECONDS = 30;

    private Analyser() {}

    static boolean isInstalled() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "tshark")));
    }

    /** Begins to capture {@code port} on the loopback interface; the process ends when it is destroyed. */
    static Process capture(int port, Path file, Path log) throws IOException {
        return new ProcessBuilder("tshark", "-i", "lo", "-f", "tcp port " + port, "-w", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** The packets of {@code file} that match {@code filter}, a line each, with {@code port} taken for Diameter. */
    static List<String> packets(Path file, int port, String filter) throws IOException, InterruptedException {
        Path output = Files.createTempFile(file.getParent(), "packets", ".txt");
        var process = new ProcessBuilder(
                        "tshark", "-r", file.toString(), "-d", "tcp.port==" + port + ",diameter", "-Y", filter)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new AssertionError("tshark could not read " + file);
        }
        return Files.readAllLines(output);
    }
}
