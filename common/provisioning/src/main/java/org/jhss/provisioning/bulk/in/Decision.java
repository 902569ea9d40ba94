// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.in;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jhss.provisioning.bulk.Part;
import org.jspecify.annotations.Nullable;

/** What is to be done with a record. */
sealed interface Decision {

    SubscriberRecord record();

    /**
     * Rows are stored or changed.
     *
     * @param changes by part; a part that is as it should be has none
     * @param aucId the keys that an existing or new subscriber has, when they exist already
     */
    record Store(SubscriberRecord record, Map<Part, RowChange> changes, Optional<Integer> aucId) implements Decision {

        /** All parts are new. */
        static Store allNew(SubscriberRecord record) {
            var changes = new EnumMap<Part, RowChange>(Part.class);
            record.parts().forEach((part, row) -> changes.put(part, new RowChange(null, row.values())));
            return new Store(record, changes, Optional.empty());
        }

        boolean creates() {
            return changes.values().stream().anyMatch(change -> change.before() == null);
        }
    }

    /** Rows are deleted. */
    record Delete(SubscriberRecord record, Map<Part, List<@Nullable Object[]>> rows) implements Decision {}

    /** Nothing is to be done. */
    record Unchanged(SubscriberRecord record) implements Decision {}

    /** It exists, and is to stay as it is. */
    record Skip(SubscriberRecord record) implements Decision {}

    /** It cannot be done. */
    record Reject(SubscriberRecord record, List<RecordProblem> problems) implements Decision {}

    /**
     * A row before and after; it shows no values.
     *
     * @param before null for a new row
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
    record RowChange(
            @Nullable Object @Nullable [] before, @Nullable Object[] after) {

        boolean isNew() {
            return before == null;
        }

        @Override
        public String toString() {
            return "RowChange[redacted]";
        }
    }
}
