// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jhss.platform.config.problem.Problems;
import org.jhss.platform.config.source.Input;

/** Names chosen by the operator, each with a value; kept in the order given. */
record MapType<T>(ValueType<T> element) implements ValueType<Map<String, T>> {

    @Override
    public Optional<Map<String, T>> read(Input input, String keyPath, Problems problems) {
        if (!(input instanceof Input.Mapping mapping)) {
            problems.error(input.where(), keyPath, "found " + input.kind() + "; expected " + expected());
            return Optional.empty();
        }
        Map<String, T> values = new LinkedHashMap<>();
        boolean good = true;
        for (var entry : mapping.entries().entrySet()) {
            if (entry.getValue() instanceof Input.Absent) {
                continue;
            }
            var value = element.read(entry.getValue(), keyPath + "." + entry.getKey(), problems);
            value.ifPresent(v -> values.put(entry.getKey(), v));
            good &= value.isPresent();
        }
        return good ? Optional.of(Collections.unmodifiableMap(values)) : Optional.empty();
    }

    @Override
    public String expected() {
        return "a section of names, each with " + element.expected();
    }

    @Override
    public boolean isStructured() {
        return true;
    }
}
