// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The shipped configuration with a rig's own addresses in it: what is measured is what is shipped. */
final class Configuration {

    private final Map<String, Object> root;

    private Configuration(Map<String, Object> root) {
        this.root = root;
    }

    static Configuration shipped() {
        try (var reader = Files.newBufferedReader(Home.directory().resolve("config.yaml"))) {
            return new Configuration(copy(yaml().load(reader)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets a key by its path, such as {@code hss.bind_port}. */
    Configuration set(String path, Object value) {
        var section = root;
        var names = path.split("\\.", -1);
        for (int i = 0; i < names.length - 1; i++) {
            var inner = copy(section.get(names[i]));
            section.put(names[i], inner);
            section = inner;
        }
        section.put(names[names.length - 1], value);
        return this;
    }

    /** Sets all keys of a section. */
    Configuration setAll(String section, Map<String, Object> values) {
        values.forEach((key, value) -> set(section + "." + key, value));
        return this;
    }

    Path write(Path file) {
        try {
            return Files.writeString(file, yaml().dump(root));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> copy(@Nullable Object section) {
        var copy = new LinkedHashMap<String, Object>();
        if (section instanceof Map<?, ?> map) {
            map.forEach((key, value) -> copy.put(String.valueOf(key), value));
        }
        return copy;
    }

    private static Yaml yaml() {
        return new Yaml(new SafeConstructor(new LoaderOptions()));
    }
}
