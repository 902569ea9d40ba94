// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.place;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Rows, or why there are none. */
public sealed interface Listing {

    /**
     * The rows.
     *
     * @param total how many there are without the limit
     */
    record Rows(List<ObjectNode> rows, long total) implements Listing {
        public Rows {
            rows = List.copyOf(rows);
        }
    }

    /** What was asked for cannot be. */
    record Refused(Answer.Refusal refusal) implements Listing {}
}
