// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config.schema;

import java.util.Optional;
import java.util.function.Function;
import org.jhss.platform.config.problem.Problems;
import org.jhss.platform.config.source.Input;

/** A single value. */
record ScalarType<T>(String expected, Function<String, Optional<T>> parse, boolean isSecret) implements ValueType<T> {

    private static final int MAX_SHOWN = 60;

    @Override
    public Optional<T> read(Input input, String keyPath, Problems problems) {
        if (!(input instanceof Input.Scalar scalar)) {
            problems.error(input.where(), keyPath, "found " + input.kind() + "; expected " + expected);
            return Optional.empty();
        }
        var value = parse.apply(scalar.text().strip());
        if (value.isEmpty()) {
            problems.error(input.where(), keyPath, "found " + shown(scalar.text()) + "; expected " + expected);
        }
        return value;
    }

    private String shown(String text) {
        if (isSecret) {
            return SecretString.REDACTED;
        }
        return '"' + (text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "…" : text) + '"';
    }
}
