// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.network;

import java.util.List;
import java.util.Optional;
import org.jhss.api.route.Parameter;
import org.jhss.api.route.Request;
import org.jhss.api.route.Schema;

/**
 * Part of a list that PyHSS gives whole.
 *
 * @param number from 0 on
 * @param size at least 1
 */
public record Paging(int number, int size) {

    private static final int MOST = 1_000_000;
    private static final int DEFAULT_SIZE = 100;
    private static final String NUMBER = "page";
    private static final String SIZE = "page_size";

    /** The parameters that ask for a part; without them the whole is given. */
    public static final List<Parameter> PARAMETERS = List.of(
            Parameter.query(
                    NUMBER,
                    new Schema.Whole(0, MOST),
                    "Page, counted from 0. Default: everything, in one answer.",
                    "0"),
            Parameter.query(
                    SIZE, new Schema.Whole(1, MOST), "Entries per page; " + DEFAULT_SIZE + " with only page.", "100"));

    /** What the request asks for; empty for everything. */
    public static Optional<Paging> of(Request request) {
        var number = request.query(NUMBER);
        var size = request.query(SIZE);
        if (number.isEmpty() && size.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Paging(
                number.map(Integer::parseInt).orElse(0),
                size.map(Integer::parseInt).orElse(DEFAULT_SIZE)));
    }

    /** Entries before the page. */
    public int offset() {
        return Math.clamp((long) number * size, 0, Integer.MAX_VALUE);
    }
}
