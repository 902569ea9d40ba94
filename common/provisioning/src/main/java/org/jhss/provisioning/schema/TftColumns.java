// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.schema;

import static org.jhss.provisioning.schema.ColumnBuilder.integer;
import static org.jhss.provisioning.schema.ColumnBuilder.key;
import static org.jhss.provisioning.schema.ColumnBuilder.lastModified;
import static org.jhss.provisioning.schema.ColumnBuilder.string;

import org.jhss.provisioning.rule.FilterRules;

/** {@code tft}: a packet filter of a charging rule. */
final class TftColumns {

    static final Definition DEFINITION = Definition.of(
            "tft",
            key("tft_id"),
            integer("tft_group_id")
                    .notNull()
                    .notNegative()
                    .example(1)
                    .says("Group that charging rules name; all filters of a group belong together."),
            string("tft_string", 100)
                    .notNull()
                    .rule(FilterRules.TFT)
                    .example("permit out ip from 10.98.0.0/24 to any 5060-5061")
                    .says("Flow-Description (TS 29.214 5.3.8)."),
            integer("direction").notNull().rule(Choices.DIRECTION).example(1).says("Flow-Direction."),
            lastModified());

    private TftColumns() {}
}
