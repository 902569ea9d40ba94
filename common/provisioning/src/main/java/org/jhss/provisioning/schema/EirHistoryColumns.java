// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.schema;

import static org.jhss.provisioning.schema.ColumnBuilder.integer;
import static org.jhss.provisioning.schema.ColumnBuilder.key;
import static org.jhss.provisioning.schema.ColumnBuilder.lastModified;
import static org.jhss.provisioning.schema.ColumnBuilder.moment;
import static org.jhss.provisioning.schema.ColumnBuilder.string;

import org.jhss.provisioning.rule.Names;

/** {@code eir_history}: first sights of subscribers in devices. */
final class EirHistoryColumns {

    static final Definition DEFINITION = Definition.of(
            "eir_history",
            key("imsi_imei_history_id"),
            string("imsi_imei", 60)
                    .unique()
                    .rule(Names.PRINTABLE)
                    .example("001010000000001,3566660612345678")
                    .says("IMSI and IMEI, parted by a comma."),
            integer("match_response_code").example(0).says("Equipment-Status that was answered."),
            moment("imsi_imei_timestamp", "When the pair was first seen."),
            lastModified());

    private EirHistoryColumns() {}
}
