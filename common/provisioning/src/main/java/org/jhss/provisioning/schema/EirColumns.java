// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.schema;

import static org.jhss.provisioning.schema.ColumnBuilder.integer;
import static org.jhss.provisioning.schema.ColumnBuilder.key;
import static org.jhss.provisioning.schema.ColumnBuilder.lastModified;
import static org.jhss.provisioning.schema.ColumnBuilder.string;

import org.jhss.provisioning.rule.Regexes;

/** {@code eir}: a rule of the equipment register. */
final class EirColumns {

    static final Definition DEFINITION = Definition.of(
            "eir",
            key("eir_id"),
            string("imei", 60)
                    .rule(Regexes.BY_REGEX_MODE)
                    .example("^35666606.*")
                    .says("IMEI, or a regular expression for it."),
            string("imsi", 60)
                    .rule(Regexes.BY_REGEX_MODE)
                    .example("")
                    .says("IMSI, or a regular expression for it; empty for any."),
            integer("regex_mode").or(1).rule(Choices.REGEX_MODE).example(1).says("How imei and imsi are read."),
            integer("match_response_code")
                    .rule(Choices.EQUIPMENT_STATUS)
                    .example(2)
                    .says("Equipment-Status to answer with."),
            lastModified());

    private EirColumns() {}
}
