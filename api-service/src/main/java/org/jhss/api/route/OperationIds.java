// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.route;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The operations of PyHSS's document and their ids, read from a table: generated clients name their functions after them. */
public final class OperationIds {

    private static final String TABLE = "operation-ids.txt";
    private static final int COLUMNS = 3;
    private static final Map<Operation, String> IDS = read();

    private OperationIds() {}

    /**
     * An operation of PyHSS.
     *
     * @param path with its variables named as in PyHSS's document
     */
    public record Operation(Method method, String path) {}

    /** PyHSS's id of the operation; empty for one that PyHSS does not have. */
    public static Optional<String> find(Method method, PathTemplate path) {
        return Optional.ofNullable(IDS.get(new Operation(method, path.text())));
    }

    /** All of them, in the order of PyHSS's tags. */
    public static Map<Operation, String> all() {
        return IDS;
    }

    private static Map<Operation, String> read() {
        var ids = new LinkedHashMap<Operation, String>();
        try (var in = Objects.requireNonNull(OperationIds.class.getResourceAsStream(TABLE), TABLE);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                var columns = line.split(" +", COLUMNS);
                ids.put(new Operation(Method.valueOf(columns[0]), columns[1]), columns[2]);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableMap(ids);
    }
}
