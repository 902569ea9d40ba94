// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.rig;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A jHSS service, started by the launcher with the options that it gives the role. */
public final class Service extends Node {

    private static final Duration METRICS_LIMIT = Duration.ofSeconds(5);
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** What the service leaves for the launcher; see {@code StateFile}. */
    private record State(String pid, String state, String summary) {
        private static final State NONE = new State("", "", "");
    }

    private Service(String name, String role, Map<String, String> environment, Path directory) {
        super(
                name,
                List.of("bash", Home.launcher().toString(), "run", role),
                environment(name, environment, directory),
                directory);
    }

    /**
     * Starts one.
     *
     * @param directory the rig's folder
     * @param configuration the configuration file
     * @param environment more of its environment
     */
    static Service start(
            String name, String role, Path directory, Path configuration, Map<String, String> environment) {
        var variables = new HashMap<>(environment);
        variables.put("JHSS_CONFIG", configuration.toString());
        return new Service(name, role, variables, directory.resolve(name));
    }

    /** Whether it has said that it and what it depends on are ready. */
    @Override
    public boolean isReady() {
        var state = state();
        return state.state().equals("READY") && state.pid().equals(Long.toString(pid()));
    }

    /**
     * Its metrics now.
     *
     * @throws IOException when it does not answer
     */
    public Metrics metrics() throws IOException {
        var request = HttpRequest.newBuilder(URI.create("http://" + endpoint() + "/metrics"))
                .timeout(METRICS_LIMIT)
                .build();
        try {
            return Metrics.parse(
                    HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private String endpoint() throws IOException {
        for (var part : state().summary().split(", ", -1)) {
            if (part.startsWith("metrics ")) {
                return part.substring("metrics ".length());
            }
        }
        throw new IOException(name() + " tells no address of its metrics");
    }

    @Override
    void prepare() throws IOException {
        Files.deleteIfExists(stateFile());
    }

    private State state() {
        try {
            var fields = MAPPER.readTree(Files.readString(stateFile()));
            return new State(
                    fields.path("pid").asString(),
                    fields.path("state").asString(),
                    fields.path("summary").asString());
        } catch (IOException | JacksonException _) {
            return State.NONE;
        }
    }

    private Path stateFile() {
        return runDirectory(directory()).resolve(name() + ".json");
    }

    private static Path runDirectory(Path directory) {
        return directory.resolve("run");
    }

    private static Map<String, String> environment(String name, Map<String, String> more, Path directory) {
        var environment = new HashMap<>(more);
        environment.put("JHSS_HOME", Home.directory().toString());
        environment.put("JHSS_VAR", directory.toString());
        environment.put("JHSS_RUN_DIR", runDirectory(directory).toString());
        environment.put("JHSS_LOG_DIR", directory.resolve("log").toString());
        environment.put("JHSS_PROCESS", name);
        environment.put("JHSS_NO_BUILD", "yes");
        return environment;
    }
}
