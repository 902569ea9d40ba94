// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.redis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jhss.cli.config.Configuration;
import org.jhss.cli.output.Console;
import org.jhss.platform.lifecycle.InstanceId;
import org.jhss.platform.lifecycle.ServiceState;
import org.jhss.platform.lifecycle.StateFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code jhss redis}: the role {@code redis} of the launcher. */
@Command(
        name = "redis",
        description = "Runs the embedded Redis in the foreground, on 127.0.0.1 and the port of redis.port.",
        mixinStandardHelpOptions = true)
public final class RedisCommand implements Callable<Integer> {

    private static final String ROLE = "redis";

    private final Console console;

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            description = "Where its data lies. Default: redis in JHSS_RUN_DIR, else var/run/redis.")
    private @Nullable Path directory;

    @Option(names = "--extract", description = "Only put the server's executable there and print its path.")
    private boolean extractOnly;

    /** A command that prints to {@code console}. */
    public RedisCommand(Console console) {
        this.console = console;
    }

    /** Exit code 0 when the server was told to stop, 1 when it did not start or ended by itself. */
    @Override
    public Integer call() throws IOException, InterruptedException {
        var place = directory().toAbsolutePath();
        var executable = RedisBinary.extract(place);
        if (extractOnly) {
            console.println(executable.toString());
            return ExitCode.OK;
        }
        var environment = System.getenv();
        var state = StateFile.of(InstanceId.make(ROLE, environment), environment);
        try {
            return run(executable, place, state);
        } catch (IOException e) {
            failed(state, String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private int run(Path executable, Path place, Optional<StateFile> state) throws IOException, InterruptedException {
        var settings = RedisSettings.of(Configuration.load().redis(), place);
        var server = RedisProcess.start(executable, settings);
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop-redis"));
        var where = RedisSettings.ADDRESS + " port " + settings.port();
        state.ifPresent(file -> file.write(ServiceState.READY, "Redis on " + where, "", ""));
        console.println("Redis is ready on " + where + ", data in " + place);
        int code = server.await();
        var reason = "redis-server ended by itself with exit code " + code;
        failed(state, reason);
        console.error(reason);
        return ExitCode.SOFTWARE;
    }

    private static void failed(Optional<StateFile> state, String reason) {
        state.ifPresent(file -> file.write(ServiceState.FAILED, "", reason, ""));
    }

    private Path directory() {
        if (directory != null) {
            return directory;
        }
        return Optional.ofNullable(System.getenv("JHSS_RUN_DIR"))
                .map(Path::of)
                .orElse(Path.of("var", "run"))
                .resolve("redis");
    }
}
