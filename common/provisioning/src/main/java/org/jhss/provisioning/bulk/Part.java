// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jhss.provisioning.schema.Column;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.store.table.Table;

/** What a subscriber consists of. */
public enum Part {
    /** The SIM's keys. */
    AUC(ResourceType.AUC, "auc"),
    /** The subscriber of the packet core. */
    SUBSCRIBER(ResourceType.SUBSCRIBER, "subscriber"),
    /** The subscriber of the IMS. */
    IMS(ResourceType.IMS_SUBSCRIBER, "ims");

    private final ResourceType type;
    private final String id;

    Part(ResourceType type, String id) {
        this.type = type;
        this.id = id;
    }

    /** Its object of PyHSS's interface. */
    public ResourceType type() {
        return type;
    }

    /** Its name, and the prefix of its columns where they are ambiguous: {@code auc}, {@code subscriber}, {@code ims}. */
    public String id() {
        return id;
    }

    /** Its table. */
    public Table table() {
        return type.stored();
    }

    /** The columns that a file may give: neither keys of rows, nor what the server or the network sets. */
    public List<Column> columns() {
        return type.columns().stream()
                .filter(column -> !column.isKey()
                        && !column.isReadOnly()
                        && !column.name().equals("auc_id"))
                .filter(column -> this == IMS ? !column.name().endsWith("_timestamp") : !column.isServingState())
                .toList();
    }

    /** The part of that name. */
    public static Optional<Part> of(String id) {
        return Arrays.stream(values())
                .filter(part -> part.id.equals(id) || part.type.table().equals(id))
                .findFirst();
    }

    @Override
    public String toString() {
        return id;
    }
}
