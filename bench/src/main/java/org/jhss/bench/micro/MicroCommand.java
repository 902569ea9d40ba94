// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.micro;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jhss.bench.rig.Home;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./jhss bench micro}: the pieces, by JMH, with the garbage that they make. */
@Command(
        name = "micro",
        description = "Measures the pieces by JMH: codec, vectors, frames, queue, store, and jDiameter's codec.",
        mixinStandardHelpOptions = true)
public final class MicroCommand implements Callable<Integer> {

    private static final int ITERATIONS = 5;

    @Option(names = "--quick", description = "One round of each; good for seeing that all run.")
    private boolean quick;

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "Regular expressions of benchmarks. Default: all.")
    private List<String> names = new ArrayList<>();

    /** Prints JMH's tables; the same as JSON is in bench/target/results/micro.json. */
    @Override
    public Integer call() throws RunnerException {
        var options = new OptionsBuilder()
                .forks(1)
                .warmupIterations(quick ? 1 : ITERATIONS)
                .measurementIterations(quick ? 1 : ITERATIONS)
                .warmupTime(TimeValue.seconds(1))
                .measurementTime(TimeValue.seconds(1))
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .jvmArgs(
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dlogback.configurationFile=org/jhss/bench/quiet.xml")
                .resultFormat(ResultFormatType.JSON)
                .result(Home.results().resolve("micro.json").toString());
        names.forEach(options::include);
        new Runner(options.build()).run();
        return 0;
    }
}
