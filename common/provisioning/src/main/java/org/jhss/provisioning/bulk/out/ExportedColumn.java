// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.out;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jhss.provisioning.bulk.Part;
import org.jhss.provisioning.schema.Column;
import org.jhss.store.database.Timestamps;
import org.jspecify.annotations.Nullable;

/** A column of a part, as an export spells it. */
record ExportedColumn(Part part, Column column) {

    static List<ExportedColumn> all(boolean secrets) {
        var columns = new ArrayList<ExportedColumn>();
        for (var part : Part.values()) {
            for (var column : part.columns()) {
                if (secrets || !isSecret(column)) {
                    columns.add(new ExportedColumn(part, column));
                }
            }
        }
        return columns;
    }

    /** Codes that unblock a SIM are nobody's business either. */
    private static boolean isSecret(Column column) {
        return column.isSecret()
                || column.name().startsWith("pin")
                || column.name().startsWith("puk");
    }

    /** The name that means this column and no other. */
    String name() {
        return part.id() + "." + column.name();
    }

    /** The value in {@code row}; null for NULL. */
    @Nullable
    Object value(@Nullable Object[] row, Map<Integer, String> apns) {
        var value = row[column.position()];
        if (part == Part.SUBSCRIBER && column.name().equals("default_apn") && value instanceof Integer id) {
            return apns.getOrDefault(id, id.toString());
        }
        if (part == Part.SUBSCRIBER && column.name().equals("apn_list")) {
            return SubscriberExport.named(value, apns);
        }
        return value instanceof Instant moment ? Timestamps.toText(moment) : value;
    }
}
