// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jhss.platform.config.problem.Problems;
import org.jhss.platform.config.problem.Where;
import org.jhss.platform.config.source.Input;
import org.jhss.platform.config.source.YamlSource;

/** The typed values of a set of keys. A key whose value was bad has its default here, beside the problem reported. */
public final class Values {

    private final Map<Key<?>, Object> given;
    private final Map<Key<?>, Where> places;
    private final Problems problems;

    private Values(Map<Key<?>, Object> given, Map<Key<?>, Where> places, Problems problems) {
        this.given = given;
        this.places = places;
        this.problems = problems;
    }

    /**
     * Reads every key of {@code groups}.
     *
     * @param root where the keys' paths start
     * @param rootPath what stands before the paths in problems; empty at the top
     */
    public static Values read(List<KeyGroup> groups, Input.Mapping root, String rootPath, Problems problems) {
        var values = new Values(new HashMap<>(), new HashMap<>(), problems);
        for (var group : groups) {
            for (var key : group.keys()) {
                values.take(key, root, rootPath);
            }
        }
        return values;
    }

    /** The value given, else the default. */
    public <T> T get(Key<T> key) {
        return find(key).orElseGet(() -> defaultOf(key));
    }

    /** The value given, else the default if the key has one. */
    @SuppressWarnings("unchecked") // only put by take(), which reads a Key<T> by its ValueType<T>
    public <T> Optional<T> find(Key<T> key) {
        var value = (T) given.get(key);
        if (value != null) {
            return Optional.of(value);
        }
        return key.defaultText().isPresent() ? Optional.of(defaultOf(key)) : Optional.empty();
    }

    /** Whether somebody gave the key a good value. */
    public boolean isGiven(Key<?> key) {
        return given.containsKey(key);
    }

    /** Reports that a value, right by itself, does not fit another one. */
    public void conflict(Key<?> key, String message) {
        problems.error(places.getOrDefault(key, Where.DEFAULT), key.path(), message);
    }

    /** Reports that a value is accepted but probably not meant. */
    public void doubt(Key<?> key, String message) {
        problems.warning(places.getOrDefault(key, Where.DEFAULT), key.path(), message);
    }

    private <T> void take(Key<T> key, Input.Mapping root, String rootPath) {
        var prefix = rootPath.isEmpty() ? "" : rootPath + ".";
        var path = key.path();
        var input = root.find(path).filter(i -> !(i instanceof Input.Absent));
        for (var alias : key.aliases()) {
            var other = root.find(alias).filter(i -> !(i instanceof Input.Absent));
            if (other.isEmpty()) {
                continue;
            }
            if (input.isEmpty()) {
                input = other;
                path = alias;
            } else {
                problems.warning(
                        other.get().where(), prefix + alias, "ignored, since " + prefix + path + " is given too");
            }
        }
        if (input.isEmpty()) {
            if (key.required()) {
                problems.error(
                        root.where(),
                        prefix + key.path(),
                        "missing; expected " + key.type().expected());
            }
            return;
        }
        var place = input.get().where();
        key.type().read(input.get(), prefix + path, problems).ifPresent(value -> {
            given.put(key, value);
            places.put(key, place);
        });
    }

    private static <T> T defaultOf(Key<T> key) {
        var text = key.defaultText().orElseThrow(() -> new IllegalStateException(key.path() + " has no default"));
        var problems = new Problems();
        Input input = key.type().isList() || key.type().isStructured()
                ? YamlSource.value("default", text, problems)
                : new Input.Scalar(text, Where.DEFAULT);
        return key.type()
                .read(input, key.path(), problems)
                .orElseThrow(() -> new IllegalStateException(key.path() + " has a bad default: " + problems.list()));
    }
}
