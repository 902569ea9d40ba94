// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jhss.platform.config.problem.Problems;
import org.jhss.platform.config.problem.Where;
import org.jhss.platform.config.schema.Obsolete;

/** Warns of environment variables of PyHSS whose keys have no meaning here, as of the keys themselves. */
final class ObsoleteVariables {

    /** Sections that PyHSS's container image has variables for. Those named like the others may belong to another program. */
    private static final Set<String> SECTIONS = Set.of("snmp");

    private ObsoleteVariables() {}

    /** One warning a key, however many variables belong to it. */
    static void report(Map<String, String> environment, Iterable<Obsolete> keys, Problems problems) {
        for (var key : keys) {
            var name = key.path().replace('.', '_').toUpperCase(Locale.ROOT);
            boolean section = SECTIONS.contains(key.path());
            environment.entrySet().stream()
                    .filter(variable -> !variable.getValue().isBlank())
                    .map(Map.Entry::getKey)
                    .filter(variable -> section ? variable.startsWith(name + "_") : variable.equals(name))
                    .sorted()
                    .findFirst()
                    .ifPresent(variable -> problems.warning(
                            Where.environment(variable), key.path(), "is accepted and ignored: " + key.reason()));
        }
    }
}
