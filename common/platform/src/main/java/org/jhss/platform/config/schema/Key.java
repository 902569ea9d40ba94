// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One key of the configuration: the single place that knows its path, type, default, environment variables and meaning.
 *
 * @param path dotted path from the top of the file, or from the element's top inside a list
 * @param type the type of the value
 * @param defaultText the default as one would write it; empty when the key has none and is read as an Optional
 * @param doc what it does, with unit and source; one or more sentences
 * @param environment environment variables besides the systematic one, such as PyHSS's container names
 * @param aliases other paths that mean the same
 * @param required whether leaving it out is an error
 */
public record Key<T>(
        String path,
        ValueType<T> type,
        Optional<String> defaultText,
        String doc,
        List<String> environment,
        List<String> aliases,
        boolean required) {

    /** The variable that every key has: its path in upper snake case, such as {@code HSS_MAX_MESSAGE_SIZE}. */
    public String systematicVariable() {
        var name = new StringBuilder();
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean startsWord = Character.isUpperCase(c) && i > 0 && Character.isLowerCase(path.charAt(i - 1));
            if (startsWord) {
                name.append('_');
            }
            name.append(c == '.' ? '_' : Character.toUpperCase(c));
        }
        return name.toString();
    }

    /** All environment variables that set this key, the systematic one first. */
    public List<String> variables() {
        List<String> names = new ArrayList<>(List.of(systematicVariable()));
        environment.stream().filter(name -> !names.contains(name)).forEach(names::add);
        return List.copyOf(names);
    }
}
