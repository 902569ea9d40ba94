// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.place;

import java.util.List;
import org.jhss.provisioning.object.NewRow;
import org.jhss.provisioning.schema.Reference;
import tools.jackson.databind.node.ObjectNode;

/** Puts keys of rows that are stored into those that refer to them. */
final class Links {

    private Links() {}

    /** What {@code row} says, with the keys of {@code created}, which are the first of {@code rows}. */
    static ObjectNode linked(NewRow row, List<NewRow> rows, List<Answer> created) {
        var input = row.input().deepCopy();
        for (int i = 0; i < created.size(); i++) {
            var type = rows.get(i).type();
            if (created.get(i) instanceof Answer.Done done) {
                for (var column : row.type().columns()) {
                    boolean refers = column.reference()
                            .filter(reference -> reference.strength() != Reference.Strength.LIST
                                    && reference.table().equals(type.table()))
                            .isPresent();
                    if (refers && !input.has(column.name())) {
                        input.set(column.name(), done.row().path(type.key().name()));
                    }
                }
            }
        }
        return input;
    }
}
