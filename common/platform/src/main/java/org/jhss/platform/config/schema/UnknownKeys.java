// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config.schema;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jhss.platform.config.problem.Problems;
import org.jhss.platform.config.problem.Suggestion;
import org.jhss.platform.config.problem.Where;
import org.jhss.platform.config.source.Input;

/**
 * Finds keys that mean nothing. One that resembles a known key is an error, since a typing error must not silently leave
 * provisioning unlocked; any other is a warning, since PyHSS ignores keys that it does not know.
 */
public final class UnknownKeys {

    private final Set<String> paths;
    private final List<Obsolete> obsolete;
    private final String prefix;
    private final Problems problems;

    private UnknownKeys(Set<String> paths, List<Obsolete> obsolete, String prefix, Problems problems) {
        this.paths = paths;
        this.obsolete = obsolete;
        this.prefix = prefix;
        this.problems = problems;
    }

    /** Reports unknown and obsolete keys below {@code root}. */
    public static void report(
            Input.Mapping root, String rootPath, Collection<String> paths, List<Obsolete> obsolete, Problems problems) {
        var prefix = rootPath.isEmpty() ? "" : rootPath + ".";
        new UnknownKeys(new LinkedHashSet<>(paths), obsolete, prefix, problems).walk(root, "");
    }

    private void walk(Input.Mapping mapping, String at) {
        mapping.entries().forEach((name, value) -> {
            var path = at.isEmpty() ? name : at + "." + name;
            var where = mapping.keys().getOrDefault(name, value.where());
            if (paths.contains(path)) {
                return;
            }
            var old = obsoleteAt(path);
            if (old.isPresent()) {
                problems.warning(
                        where,
                        prefix + path,
                        "is accepted and ignored: " + old.get().reason());
            } else if (isSection(path)) {
                descend(value, path);
            } else {
                unknown(where, at, name, path);
            }
        });
    }

    private void descend(Input value, String path) {
        switch (value) {
            case Input.Mapping section -> walk(section, path);
            case Input.Absent _ -> {}
            case Input.Scalar _, Input.Sequence _ ->
                problems.error(
                        value.where(), prefix + path, "found " + value.kind() + "; expected a section with keys");
        }
    }

    private void unknown(Where where, String at, String name, String path) {
        var meant = Suggestion.closest(name, siblings(at));
        if (meant.isPresent()) {
            problems.error(where, prefix + path, "unknown key; did you mean " + meant.get() + "?");
        } else {
            problems.warning(where, prefix + path, "unknown key, ignored" + elsewhere(name));
        }
    }

    private String elsewhere(String name) {
        return paths.stream()
                .filter(path -> path.endsWith("." + name))
                .findFirst()
                .map(path -> "; there is " + prefix + path)
                .orElse("");
    }

    private Set<String> siblings(String at) {
        var start = at.isEmpty() ? "" : at + ".";
        Set<String> names = new LinkedHashSet<>();
        for (var path : paths) {
            if (path.startsWith(start)) {
                int end = path.indexOf('.', start.length());
                names.add(end < 0 ? path.substring(start.length()) : path.substring(start.length(), end));
            }
        }
        return names;
    }

    private Optional<Obsolete> obsoleteAt(String path) {
        return obsolete.stream().filter(o -> o.path().equals(path)).findFirst();
    }

    private boolean isSection(String path) {
        var start = path + ".";
        return paths.stream().anyMatch(p -> p.startsWith(start))
                || obsolete.stream().anyMatch(o -> o.path().startsWith(start));
    }
}
