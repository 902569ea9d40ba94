// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The keys that one configuration record reads, in the order of documentation. Filled while its class is initialised, read
 * only afterwards.
 */
public final class KeyGroup {

    private final String prefix;
    private final String title;
    private final List<Key<?>> keys = new ArrayList<>();

    /**
     * @param prefix the section's path, such as {@code hss} or {@code hss.tls}; empty inside a list's element
     * @param title what the keys are about, for the documentation
     */
    public KeyGroup(String prefix, String title) {
        this.prefix = prefix;
        this.title = title;
    }

    /** Declares a key with a default. */
    public <T> Key<T> key(String name, ValueType<T> type, String defaultText, String doc) {
        return add(new Key<>(path(name), type, Optional.of(defaultText), doc, List.of(), List.of(), false));
    }

    /** Declares a key with a default and further environment variables. */
    public <T> Key<T> key(String name, ValueType<T> type, String defaultText, String doc, List<String> environment) {
        return add(new Key<>(path(name), type, Optional.of(defaultText), doc, environment, List.of(), false));
    }

    /** Declares a key with a default, further environment variables and other paths that mean the same. */
    public <T> Key<T> key(
            String name,
            ValueType<T> type,
            String defaultText,
            String doc,
            List<String> environment,
            List<String> aliases) {
        return add(new Key<>(path(name), type, Optional.of(defaultText), doc, environment, aliases, false));
    }

    /** Declares a key that may be left out and has no fixed default. */
    public <T> Key<T> optional(String name, ValueType<T> type, String doc) {
        return add(new Key<>(path(name), type, Optional.empty(), doc, List.of(), List.of(), false));
    }

    /** Declares a key that may be left out, with further environment variables and other paths that mean the same. */
    public <T> Key<T> optional(
            String name, ValueType<T> type, String doc, List<String> environment, List<String> aliases) {
        return add(new Key<>(path(name), type, Optional.empty(), doc, environment, aliases, false));
    }

    /** Declares a key that must be given. */
    public <T> Key<T> required(String name, ValueType<T> type, String doc) {
        return add(new Key<>(path(name), type, Optional.empty(), doc, List.of(), List.of(), true));
    }

    /** The section's path. */
    public String prefix() {
        return prefix;
    }

    /** What the keys are about. */
    public String title() {
        return title;
    }

    /** The keys in order. */
    public List<Key<?>> keys() {
        return List.copyOf(keys);
    }

    private String path(String name) {
        return prefix.isEmpty() ? name : prefix + "." + name;
    }

    private <T> Key<T> add(Key<T> key) {
        keys.add(key);
        return key;
    }
}
