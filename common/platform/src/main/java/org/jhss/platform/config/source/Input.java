// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jhss.platform.config.problem.Where;

/**
 * What somebody wrote, with its place and without interpretation: the text of a scalar is kept as written, so that an unquoted
 * {@code MCC: 001} is still "001" and not the number 1.
 */
public sealed interface Input {

    /** The place of the value. */
    Where where();

    /** What a reader of an error message calls this kind of value. */
    String kind();

    /** One value as text. */
    record Scalar(String text, Where where) implements Input {
        @Override
        public String kind() {
            return "a single value";
        }
    }

    /** An empty value: the key counts as not set. */
    record Absent(Where where) implements Input {
        @Override
        public String kind() {
            return "nothing";
        }
    }

    /** A list. */
    record Sequence(List<Input> items, Where where) implements Input {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /** A section. The place of a key may differ from that of its value. */
    record Mapping(Map<String, Input> entries, Map<String, Where> keys, Where where) implements Input {
        @Override
        public String kind() {
            return "a section";
        }

        /** An empty section. */
        public static Mapping empty(Where where) {
            return new Mapping(new LinkedHashMap<>(), new LinkedHashMap<>(), where);
        }

        /** The value at a dotted path, when every step is there. */
        public Optional<Input> find(String path) {
            Input at = this;
            for (var step : path.split("\\.", -1)) {
                if (!(at instanceof Mapping mapping)) {
                    return Optional.empty();
                }
                var next = mapping.entries().get(step);
                if (next == null) {
                    return Optional.empty();
                }
                at = next;
            }
            return Optional.of(at);
        }
    }
}
