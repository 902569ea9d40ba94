// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jhss.platform.config.problem.Problems;
import org.jhss.platform.config.problem.Suggestion;
import org.jhss.platform.config.problem.Where;
import org.jhss.platform.config.schema.Key;

/**
 * Warns of environment variables that are one letter away from one that would count. Others are left alone, since a process's
 * environment holds much that is not for it.
 */
final class EnvironmentTypos {

    /** Variables that are no keys: those of the loader, of the lifecycle and of the launcher. */
    private static final List<String> OTHERS = List.of(
            "JHSS_CONFIG",
            "PYHSS_CONFIG",
            "JHSS_HOME",
            "JHSS_INSTANCE",
            "JHSS_PROCESS",
            "JHSS_RUN_DIR",
            "JHSS_LOG_DIR",
            "JHSS_VAR",
            "JHSS_NO_BUILD",
            "JHSS_JAVA_OPTS",
            "JHSS_START_TIMEOUT",
            "JHSS_STOP_TIMEOUT",
            "PYHSS_LOG_STDOUT_NO_TIMESTAMP");

    private EnvironmentTypos() {}

    static void report(Map<String, String> environment, List<Key<?>> keys, Problems problems) {
        Set<String> known = new LinkedHashSet<>(OTHERS);
        keys.forEach(key -> known.addAll(key.variables()));
        List<String> sections = new ArrayList<>();
        known.forEach(name -> sections.add(section(name)));
        environment.keySet().stream().sorted().forEach(name -> {
            if (known.contains(name) || name.indexOf('_') < 0 || !sections.contains(section(name))) {
                return;
            }
            Suggestion.closest(name, known)
                    .ifPresent(meant -> problems.warning(
                            Where.environment(name), "", "means nothing; did you mean " + meant + "?"));
        });
    }

    private static String section(String name) {
        return name.substring(0, Math.max(0, name.indexOf('_')));
    }
}
