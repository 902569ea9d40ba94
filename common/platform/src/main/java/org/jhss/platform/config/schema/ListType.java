// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jhss.platform.config.problem.Problems;
import org.jhss.platform.config.source.Input;

/** A list; a single value counts as a list of one, as operators write {@code bind_ip: 127.0.0.1}. */
record ListType<T>(ValueType<T> element, boolean splitsAtCommas) implements ValueType<List<T>> {

    @Override
    public Optional<List<T>> read(Input input, String keyPath, Problems problems) {
        List<Input> given = input instanceof Input.Sequence sequence ? sequence.items() : List.of(input);
        var items = splitsAtCommas ? given.stream().flatMap(ListType::split).toList() : given;
        List<T> values = new ArrayList<>();
        boolean good = true;
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            if (item instanceof Input.Absent) {
                continue;
            }
            var value =
                    element.read(item, input instanceof Input.Sequence ? keyPath + "[" + i + "]" : keyPath, problems);
            value.ifPresent(values::add);
            good &= value.isPresent();
        }
        return good ? Optional.of(List.copyOf(values)) : Optional.empty();
    }

    private static Stream<Input> split(Input item) {
        if (!(item instanceof Input.Scalar scalar) || scalar.text().indexOf(',') < 0) {
            return Stream.of(item);
        }
        return Stream.of(scalar.text().split(",", -1))
                .filter(part -> !part.isBlank())
                .map(part -> new Input.Scalar(part.strip(), scalar.where()));
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
