// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config.schema;

import java.util.Optional;
import org.jhss.platform.config.problem.Problems;
import org.jhss.platform.config.source.Input;

/**
 * Turns what somebody wrote into a typed value.
 *
 * @param <T> the Java type
 */
public interface ValueType<T> {

    /**
     * Reads a value.
     *
     * @param input what was written; never {@link Input.Absent}
     * @param keyPath the key, for problems
     * @param problems takes what is wrong
     * @return empty when a problem was reported
     */
    Optional<T> read(Input input, String keyPath, Problems problems);

    /** What is expected, such as "a whole number from 1 to 65535"; completes the sentence "expected …". */
    String expected();

    /** Whether the value is a list of single values, which an environment variable may give separated by commas. */
    default boolean isList() {
        return false;
    }

    /** Whether the value has structure of its own, which an environment variable gives as YAML in flow style. */
    default boolean isStructured() {
        return false;
    }

    /** Whether problems must not show the value. */
    default boolean isSecret() {
        return false;
    }
}
