// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jhss.platform.config.schema.Key;
import org.jhss.platform.config.schema.KeyGroup;

/** Writes the documentation of all keys from the schema: the content of docs/configuration.md. */
public final class ConfigReference {

    private ConfigReference() {}

    /** All keys as Markdown, one table a group, then the keys of PyHSS that have no meaning here. */
    public static String markdown() {
        var text = new StringBuilder("""
                # Configuration

                Made from the schema; do not edit. `config.yaml` at the top of the repository shows every key in its place.
                A key can be set by any of its environment variables, which beat the file; an empty variable counts as not set.
                Relative paths start at `JHSS_HOME` if that is set, else at the configuration file's directory.
                """);
        sections().forEach((section, groups) -> {
            text.append("\n## ").append(section).append('\n');
            groups.forEach(group -> table(text, group));
        });
        text.append("\n## Keys of PyHSS without a meaning here\n\nAccepted with one warning each.\n\n");
        text.append("| Key | Instead |\n|---|---|\n");
        Schema.OBSOLETE.forEach(old -> text.append("| `")
                .append(old.path())
                .append("` | ")
                .append(cell(old.reason()))
                .append(" |\n"));
        return text.toString();
    }

    private static Map<String, List<KeyGroup>> sections() {
        return Schema.GROUPS.stream()
                .collect(Collectors.groupingBy(ConfigReference::section, LinkedHashMap::new, Collectors.toList()));
    }

    private static String section(KeyGroup group) {
        int dot = group.prefix().indexOf('.');
        return dot < 0 ? group.prefix() : group.prefix().substring(0, dot);
    }

    private static void table(StringBuilder text, KeyGroup group) {
        text.append("\n### ").append(group.title()).append("\n\n");
        text.append("| Key | Value | Default | Meaning | Environment |\n|---|---|---|---|---|\n");
        for (var key : group.keys()) {
            text.append("| `")
                    .append(key.path())
                    .append("` | ")
                    .append(cell(key.type().expected()));
            text.append(" | ")
                    .append(defaultOf(key))
                    .append(" | ")
                    .append(cell(key.doc()))
                    .append(aliases(key));
            text.append(" | ").append(code(key.variables())).append(" |\n");
        }
    }

    private static String defaultOf(Key<?> key) {
        return key.defaultText()
                .map(value -> value.isEmpty() ? "empty" : "`" + value + "`")
                .orElse("");
    }

    private static String aliases(Key<?> key) {
        return key.aliases().isEmpty() ? "" : " Also read from " + code(key.aliases()) + ".";
    }

    private static String code(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
