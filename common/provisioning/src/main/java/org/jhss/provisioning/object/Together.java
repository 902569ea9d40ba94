// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.object;

import java.util.List;
import org.jhss.provisioning.schema.ResourceType;

/** What became of rows that were to be stored together. */
public sealed interface Together {

    /** All are stored, in one operation, in the order they were given. */
    record Done(List<Outcome.Done> rows) implements Together {
        public Done {
            rows = List.copyOf(rows);
        }
    }

    /** None is stored, since one cannot be. */
    record Refused(ResourceType type, Outcome cause) implements Together {}
}
