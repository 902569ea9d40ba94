// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.sctp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jhss.peer.transport.sctp.SctpSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the tests that need SCTP, in a JVM of their own: on this machine when its kernel has it, else in the guest that {@code JHSS_SCTP_GUEST}
 * names, a command that takes {@code -t SECONDS}, {@code -a ADDRESS/LEN} and a command after {@code --}. Without either they are skipped, and
 * it is said so.
 */
class SctpIT {

    private static final String GUEST = "JHSS_SCTP_GUEST";
    private static final Path USUAL_GUEST = Path.of("../.ci/sctp-guest");
    /** What the guest's command ends with when there is no guest. */
    private static final int NO_GUEST = 125;

    private static final int LIMIT_SECONDS = 240;
    private static final List<String> ADDRESSES = List.of("10.9.0.1", "10.9.0.2", "10.9.0.3", "10.9.0.4");
    private static final List<String> SUITE = List.of(
            "org.jhss.peer.transport.sctp.TimingInKernel",
            AssociationsInKernel.class.getName(),
            PathsInKernel.class.getName(),
            FreeDiameterInKernel.class.getName());

    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> inAKernelThatHasSctp() throws Exception {
        var command = new ArrayList<String>();
        var lacking = SctpSupport.problem();
        if (lacking.isPresent()) {
            var guest = guest();
            if (guest.isEmpty()) {
                return skipped(lacking.get() + "; set " + GUEST + " to run it in a guest");
            }
            command.addAll(guest.get());
        }
        var outcomes = directory.resolve("outcomes");
        command.addAll(java(outcomes));
        var log = directory.resolve("log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(LIMIT_SECONDS + 90, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        int code = process.waitFor();
        if (code == NO_GUEST && lacking.isPresent()) {
            return skipped("the guest does not start here: " + tail(log));
        }
        assertThat(code).as(tail(log)).isZero();
        var results = Files.readAllLines(outcomes).stream()
                .map(KernelSuite.Outcome::parse)
                .toList();
        assertThat(results).as(tail(log)).isNotEmpty();
        return results.stream().map(SctpIT::test);
    }

    private static DynamicTest test(KernelSuite.Outcome outcome) {
        return DynamicTest.dynamicTest(outcome.name() + " " + outcome.millis() + " ms", () -> {
            switch (outcome.status()) {
                case SUCCESSFUL -> assertThat(outcome.problem()).isEmpty();
                case ABORTED -> abort(outcome.problem());
                case FAILED -> fail(outcome.problem());
            }
        });
    }

    private static Stream<DynamicTest> skipped(String why) {
        System.err.println("SCTP IS NOT TESTED: " + why);
        return Stream.of(DynamicTest.dynamicTest("SCTP", () -> abort("SCTP is not tested: " + why)));
    }

    private static Optional<List<String>> guest() {
        var named = System.getenv(GUEST);
        var script = named == null || named.isEmpty() ? USUAL_GUEST : Path.of(named);
        if (!Files.isExecutable(script)) {
            return Optional.empty();
        }
        var command =
                new ArrayList<>(List.of(script.toAbsolutePath().toString(), "-t", Integer.toString(LIMIT_SECONDS)));
        ADDRESSES.forEach(address -> command.addAll(List.of("-a", address + "/32")));
        command.add("--");
        return Optional.of(command);
    }

    private static List<String> java(Path outcomes) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "--add-opens=jdk.sctp/sun.nio.ch.sctp=ALL-UNNAMED",
                "-cp",
                classPath(),
                KernelSuite.class.getName(),
                outcomes.toString()));
        command.addAll(SUITE);
        return command;
    }

    /** Maven's own, which it keeps out of the manifest jar that it starts tests with. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static String tail(Path log) throws IOException {
        var text = Files.readString(log);
        return text.substring(Math.max(0, text.length() - 4_000));
    }
}
