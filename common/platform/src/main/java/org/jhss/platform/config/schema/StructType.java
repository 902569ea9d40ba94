// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config.schema;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jhss.platform.config.problem.Problems;
import org.jhss.platform.config.source.Input;

/** A section with keys of its own inside a value. */
record StructType<T>(KeyGroup keys, Function<Values, T> make) implements ValueType<T> {

    @Override
    public Optional<T> read(Input input, String keyPath, Problems problems) {
        if (!(input instanceof Input.Mapping mapping)) {
            problems.error(input.where(), keyPath, "found " + input.kind() + "; expected " + expected());
            return Optional.empty();
        }
        var inner = new Problems();
        UnknownKeys.report(mapping, keyPath, keys.keys().stream().map(Key::path).toList(), List.of(), inner);
        var values = Values.read(List.of(keys), mapping, keyPath, inner);
        inner.list().forEach(problems::add);
        return inner.haveErrors() ? Optional.empty() : Optional.of(make.apply(values));
    }

    @Override
    public String expected() {
        return "a section with "
                + String.join(", ", keys.keys().stream().map(Key::path).toList());
    }

    @Override
    public boolean isStructured() {
        return true;
    }
}
