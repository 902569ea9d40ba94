// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jhss.platform.config.problem.Problems;
import org.jhss.platform.config.source.Input;

/** A list; a single value counts as a list of one, as operators write {@code bind_ip: 127.0.0.1}. */
record ListType<T>(ValueType<T> element) implements ValueType<List<T>> {

    @Override
    public Optional<List<T>> read(Input input, String keyPath, Problems problems) {
        if (!(input instanceof Input.Sequence sequence)) {
            return element.read(input, keyPath, problems).map(List::of);
        }
        List<T> values = new ArrayList<>();
        boolean good = true;
        for (int i = 0; i < sequence.items().size(); i++) {
            var item = sequence.items().get(i);
            if (item instanceof Input.Absent) {
                continue;
            }
            var value = element.read(item, keyPath + "[" + i + "]", problems);
            value.ifPresent(values::add);
            good &= value.isPresent();
        }
        return good ? Optional.of(List.copyOf(values)) : Optional.empty();
    }

    @Override
    public String expected() {
        return "a list, each element " + element.expected();
    }

    @Override
    public boolean isList() {
        return !element.isStructured();
    }

    @Override
    public boolean isStructured() {
        return element.isStructured();
    }
}
