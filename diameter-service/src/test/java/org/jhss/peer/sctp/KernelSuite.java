// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.sctp;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs test classes in this JVM and writes what became of each test into a file: the part of {@link SctpIT} that runs in a guest. */
public final class KernelSuite {

    private KernelSuite() {}

    /**
     * What became of one test.
     *
     * @param millis how long it took
     * @param problem why it failed or did not run; empty when it passed
     */
    record Outcome(String name, TestExecutionResult.Status status, long millis, String problem) {

        private static final String TAB = "\t";

        static Outcome parse(String line) {
            var parts = line.split(TAB, 4);
            return new Outcome(
                    parts[2],
                    TestExecutionResult.Status.valueOf(parts[0]),
                    Long.parseLong(parts[1]),
                    parts[3].translateEscapes());
        }

        String line() {
            var oneLine = problem.replace("\\", "\\\\").replace(TAB, "    ").replace("\n", "\\n");
            return status + TAB + millis + TAB + name + TAB + oneLine + "\n";
        }
    }

    /**
     * Runs them.
     *
     * @param arguments the file of outcomes, then names of test classes
     */
    public static void main(String[] arguments) {
        var outcomes = Path.of(arguments[0]);
        var classes = new ArrayList<>(Arrays.asList(arguments).subList(1, arguments.length));
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(classes.stream().map(DiscoverySelectors::selectClass).toList())
                .build();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            private long started = System.nanoTime();

            @Override
            public void executionStarted(TestIdentifier test) {
                started = System.nanoTime();
            }

            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest() || result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
                    var problem = result.getThrowable().map(KernelSuite::trace).orElse("");
                    long millis = (System.nanoTime() - started) / 1_000_000;
                    write(outcomes, new Outcome(test.getDisplayName(), result.getStatus(), millis, problem));
                }
            }
        });
        // Threads of libraries may still be there.
        System.exit(0);
    }

    private static String trace(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static void write(Path file, Outcome outcome) {
        try {
            Files.writeString(
                    file, outcome.line(), StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
