// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jhss.platform.config.problem.ConfigProblem;

/**
 * What came of loading a configuration.
 *
 * @param config the configuration; present when no problem is an error
 * @param problems everything found, errors and warnings, in the order of the file
 * @param file the file that was read, if one was found
 */
public record ConfigResult(Optional<JhssConfig> config, List<ConfigProblem> problems, Optional<Path> file) {

    /** Whether a service may start. */
    public boolean isGood() {
        return config.isPresent();
    }

    /** The problems that stop the start. */
    public List<ConfigProblem> errors() {
        return problems.stream().filter(ConfigProblem::isError).toList();
    }

    /** The problems that do not. */
    public List<ConfigProblem> warnings() {
        return problems.stream().filter(problem -> !problem.isError()).toList();
    }

    /** All problems, one a line, and the verdict; what {@code jhss check} prints. */
    public String render() {
        var lines = problems.stream().map(problem -> problem + "\n").collect(Collectors.joining());
        return lines + verdict() + "\n";
    }

    private String verdict() {
        var name = file.map(Path::toString).orElse("no configuration");
        int errors = errors().size();
        int warnings = warnings().size();
        if (errors > 0) {
            return name + ": " + count(errors, "error") + ", " + count(warnings, "warning") + "; not usable";
        }
        return name + ": good" + (warnings == 0 ? "" : ", " + count(warnings, "warning"));
    }

    private static String count(int n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }
}
