// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jhss.platform.config.problem.Problems;
import org.jhss.platform.config.problem.Where;
import org.jhss.platform.config.schema.Key;
import org.jhss.platform.config.source.Input;
import org.jhss.platform.config.source.YamlSource;

/**
 * Lays environment variables over the file. An empty variable counts as not set, since Compose files pass unset ones on as
 * empty; quotes around a value are dropped, since {@code docker run --env-file} passes them on.
 */
final class EnvironmentOverlay {

    private final Map<String, String> environment;
    private final Problems problems;

    private EnvironmentOverlay(Map<String, String> environment, Problems problems) {
        this.environment = environment;
        this.problems = problems;
    }

    static Input.Mapping apply(
            Input.Mapping tree, Map<String, String> environment, List<Key<?>> keys, Problems problems) {
        var overlay = new EnvironmentOverlay(environment, problems);
        var result = tree;
        for (var key : keys) {
            var value = overlay.value(key);
            if (value.isPresent()) {
                for (var alias : key.aliases()) {
                    result = without(result, alias);
                }
                result = with(result, key.path(), value.get());
            }
        }
        return result;
    }

    private Optional<Input> value(Key<?> key) {
        var systematic = key.systematicVariable();
        var first = text(systematic);
        if (first.isPresent()) {
            return Optional.of(input(key, systematic, first.get()));
        }
        List<Input> parts = new ArrayList<>();
        for (var variable : key.environment()) {
            text(variable).ifPresent(text -> parts.add(input(key, variable, text)));
        }
        if (parts.size() < 2 || !key.type().isList()) {
            return parts.stream().findFirst();
        }
        // GEORED_ENDPOINT_1 and _2 each hold a part of one list
        List<Input> items = new ArrayList<>();
        for (var part : parts) {
            if (part instanceof Input.Sequence sequence) {
                items.addAll(sequence.items());
            }
        }
        return Optional.of(new Input.Sequence(items, parts.getFirst().where()));
    }

    private Input input(Key<?> key, String variable, String text) {
        var where = Where.environment(variable);
        boolean flow = text.startsWith("[") || text.startsWith("{");
        if (key.type().isStructured() || (key.type().isList() && flow && !text.contains("]:"))) {
            return YamlSource.value(where.source(), text, problems);
        }
        if (!key.type().isList()) {
            return new Input.Scalar(text, where);
        }
        List<Input> items = new ArrayList<>();
        for (var item : text.split(",", -1)) {
            var trimmed = unquoted(item.strip());
            if (!trimmed.isEmpty()) {
                items.add(new Input.Scalar(trimmed, where));
            }
        }
        return new Input.Sequence(items, where);
    }

    private Optional<String> text(String variable) {
        var raw = environment.get(variable);
        if (raw == null) {
            return Optional.empty();
        }
        var text = unquoted(raw.strip());
        if (variable.endsWith("_PORT") && text.startsWith("tcp://")) {
            // Kubernetes and container links describe a service named "redis" by REDIS_PORT=tcp://ADDRESS:PORT
            problems.warning(
                    Where.environment(variable), "", "ignored: it describes a container link and is no port number");
            return Optional.empty();
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() >= 2
                && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                && text.charAt(0) == text.charAt(text.length() - 1);
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private static Input.Mapping with(Input.Mapping tree, String path, Input value) {
        int dot = path.indexOf('.');
        var name = dot < 0 ? path : path.substring(0, dot);
        var entries = new LinkedHashMap<>(tree.entries());
        if (dot < 0) {
            entries.put(name, value);
        } else {
            var child =
                    entries.get(name) instanceof Input.Mapping mapping ? mapping : Input.Mapping.empty(value.where());
            entries.put(name, with(child, path.substring(dot + 1), value));
        }
        return new Input.Mapping(entries, tree.keys(), tree.where());
    }

    private static Input.Mapping without(Input.Mapping tree, String path) {
        int dot = path.indexOf('.');
        var entries = new LinkedHashMap<>(tree.entries());
        if (dot < 0) {
            entries.remove(path);
        } else if (entries.get(path.substring(0, dot)) instanceof Input.Mapping child) {
            entries.put(path.substring(0, dot), without(child, path.substring(dot + 1)));
        }
        return new Input.Mapping(entries, tree.keys(), tree.where());
    }
}
