// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.object;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jhss.cli.place.Answer;
import org.jhss.cli.place.Condition;
import org.jhss.cli.place.Listing;
import org.jhss.cli.place.RowQuery;
import org.jhss.cli.place.Target;
import org.jhss.provisioning.schema.ResourceType;
import tools.jackson.databind.node.ObjectNode;

/** Reads any number of rows, a page at a time. */
final class Pages {

    private static final int PAGE = 500;

    private final Target target;
    private final ResourceType type;
    private final RowQuery query;

    /** Takes rows. */
    interface Sink {

        /**
         * Some rows, in their order.
         */
        void rows(List<ObjectNode> rows);

        /**
         * The end.
         *
         * @param shown how many rows came
         * @param total how many there are
         */
        void end(long shown, long total);
    }

    Pages(Target target, ResourceType type, RowQuery query) {
        this.target = target;
        this.type = type;
        this.query = query;
    }

    /** Reads up to {@code limit} rows, all for 0; says why not, if not. */
    Optional<Answer.Refusal> read(int limit, Sink sink) throws IOException {
        long shown = 0;
        long total = 0;
        int last = 0;
        while (true) {
            int wanted = limit == 0 ? PAGE : (int) Math.min(PAGE, limit - shown);
            switch (target.list(type, page(shown, last, wanted))) {
                case Listing.Refused(var refusal) -> {
                    return Optional.of(refusal);
                }
                case Listing.Rows(var rows, var all) -> {
                    total = shown == 0 ? all : total;
                    sink.rows(rows);
                    shown += rows.size();
                    if (rows.size() < wanted || shown == limit) {
                        sink.end(shown, total);
                        return Optional.empty();
                    }
                    last = Finder.key(type, rows.getLast());
                }
            }
        }
    }

    /** By key, each page begins where the last has ended; to skip rows would cost more with each page. */
    private RowQuery page(long shown, int last, int wanted) {
        if (shown == 0) {
            return query.page(query.offset(), wanted);
        }
        return query.order().isEmpty()
                ? query.and(new Condition(type.key().name(), Condition.Operator.GREATER, Integer.toString(last)))
                        .page(0, wanted)
                : query.page((int) (query.offset() + shown), wanted);
    }
}
