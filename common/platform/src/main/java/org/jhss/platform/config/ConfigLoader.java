// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jhss.platform.config.problem.Problems;
import org.jhss.platform.config.problem.Where;
import org.jhss.platform.config.schema.UnknownKeys;
import org.jhss.platform.config.schema.Values;
import org.jhss.platform.config.source.Input;
import org.jhss.platform.config.source.YamlSource;

/**
 * Finds, reads and checks the configuration. A file is looked for at {@code JHSS_CONFIG}, {@code PYHSS_CONFIG} (either, when
 * set, is the only place), /etc/jhss, /etc/pyhss, /usr/share/jhss, /usr/share/pyhss and {@code JHSS_HOME}, else the working
 * directory. Environment variables beat the file.
 */
public final class ConfigLoader {

    private static final String FILE_NAME = "config.yaml";
    private static final List<String> FILE_VARIABLES = List.of("JHSS_CONFIG", "PYHSS_CONFIG");
    private static final String HOME_VARIABLE = "JHSS_HOME";
    private static final List<String> SYSTEM_DIRECTORIES =
            List.of("/etc/jhss", "/etc/pyhss", "/usr/share/jhss", "/usr/share/pyhss");

    private final Map<String, String> environment;
    private final Path root;
    private final Path workingDirectory;

    /**
     * @param environment environment variables
     * @param root where the system directories start, {@code /} outside tests
     * @param workingDirectory what relative paths of variables start at
     */
    ConfigLoader(Map<String, String> environment, Path root, Path workingDirectory) {
        this.environment = Map.copyOf(environment);
        this.root = root;
        this.workingDirectory = workingDirectory;
    }

    /** A loader for this process's surroundings. */
    public static ConfigLoader system() {
        return of(System.getenv());
    }

    /** A loader with the given environment variables instead of the process's own. */
    public static ConfigLoader of(Map<String, String> environment) {
        return new ConfigLoader(environment, Path.of("/"), Path.of("").toAbsolutePath());
    }

    /** Searches for the file and loads it. */
    public ConfigResult load() {
        for (var variable : FILE_VARIABLES) {
            var value = environment.getOrDefault(variable, "");
            if (!value.isEmpty()) {
                return load(workingDirectory.resolve(value), " (named by " + variable + ")");
            }
        }
        List<Path> tried = new ArrayList<>();
        for (var directory : SYSTEM_DIRECTORIES) {
            tried.add(root.resolve(directory.substring(1)).resolve(FILE_NAME));
        }
        tried.add(home().orElse(workingDirectory).resolve(FILE_NAME));
        for (var file : tried) {
            if (Files.exists(file)) {
                return load(file, "");
            }
        }
        var problems = new Problems();
        problems.error(
                Where.file("configuration"),
                "",
                "no file found; tried "
                        + tried.stream().map(Path::toString).collect(Collectors.joining(", "))
                        + "; JHSS_CONFIG can name another");
        return new ConfigResult(Optional.empty(), problems.list(), Optional.empty());
    }

    /** Loads one file, such as that of {@code --config}. */
    public ConfigResult load(Path file) {
        return load(workingDirectory.resolve(file), "");
    }

    /** Loads a configuration's text; {@code file} is only its name. */
    public ConfigResult parse(Path file, String text) {
        var problems = new Problems();
        var tree = YamlSource.file(file.toString(), text, problems);
        if (problems.haveErrors()) {
            return new ConfigResult(Optional.empty(), problems.list(), Optional.of(file));
        }
        return check(tree, file, problems);
    }

    /** The configuration of defaults and environment alone, for tools and tests. */
    public ConfigResult defaults() {
        return check(Input.Mapping.empty(Where.DEFAULT), workingDirectory.resolve(FILE_NAME), new Problems());
    }

    private ConfigResult load(Path file, String why) {
        try {
            return parse(file, Files.readString(file));
        } catch (NoSuchFileException _) {
            return unreadable(file, "no such file" + why);
        } catch (MalformedInputException _) {
            return unreadable(file, "is not UTF-8 text" + why);
        } catch (IOException e) {
            return unreadable(file, "cannot be read" + why + ": " + e);
        }
    }

    private ConfigResult check(Input.Mapping tree, Path file, Problems problems) {
        UnknownKeys.report(tree, "", Schema.paths(), Schema.OBSOLETE, problems);
        var overlaid = EnvironmentOverlay.apply(tree, environment, Schema.keys(), problems);
        ObsoleteVariables.report(environment, Schema.OBSOLETE, problems);
        EnvironmentTypos.report(environment, Schema.keys(), problems);
        var values = Values.read(Schema.GROUPS, overlaid, "", problems);
        var directory = file.toAbsolutePath().getParent();
        var base = home().orElse(directory == null ? workingDirectory : directory);
        var config = Schema.make(values, new Paths(base));
        return new ConfigResult(
                problems.haveErrors() ? Optional.empty() : Optional.of(config), problems.list(), Optional.of(file));
    }

    private Optional<Path> home() {
        return Optional.ofNullable(environment.get(HOME_VARIABLE))
                .filter(home -> !home.isEmpty())
                .map(home -> workingDirectory.resolve(home).normalize());
    }

    private static ConfigResult unreadable(Path file, String message) {
        var problems = new Problems();
        problems.error(Where.file(file.toString()), "", message);
        return new ConfigResult(Optional.empty(), problems.list(), Optional.of(file));
    }
}
