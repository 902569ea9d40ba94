// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.equipment;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jhss.api.network.RowSets;
import org.jhss.identity.Imei;
import org.jhss.provisioning.object.Objects;
import org.jhss.provisioning.schema.ResourceRow;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.store.table.Filter;

/** Finds pairs of subscriber and device by a part of them. */
final class PairSearch {

    private static final ResourceType TYPE = ResourceType.EIR_HISTORY;
    private static final String PAIR = "imsi_imei";
    private static final int STORED_DIGITS = 14;

    /** Gives rows, one by one. */
    @FunctionalInterface
    interface Source {
        void each(Consumer<ResourceRow> sink);
    }

    private final Objects objects;

    PairSearch(Objects objects) {
        this.objects = objects;
    }

    /** Gives the pairs that have {@code part} within, and those of the device that it names with a check digit or software version. */
    void each(String part, Consumer<ResourceRow> sink) {
        RowSets.each(objects, TYPE, part.isEmpty() ? List.of() : containing(part), sink);
        var stored = stored(part);
        if (!stored.isEmpty()) {
            var lower = part.toLowerCase(Locale.ROOT);
            RowSets.each(objects, TYPE, containing(stored), row -> {
                if (!String.valueOf(row.get(PAIR)).toLowerCase(Locale.ROOT).contains(lower)) {
                    sink.accept(row);
                }
            });
        }
    }

    private static List<Filter> containing(String part) {
        return List.of(new Filter(TYPE.position(PAIR), Filter.Comparison.CONTAINS, List.of(part)));
    }

    /** The pair, from its comma on, as it is stored when {@code part} ends with a longer spelling of an IMEI; else "". */
    private static String stored(String part) {
        int comma = part.indexOf(',');
        var imei = part.substring(comma + 1);
        return imei.length() > STORED_DIGITS && Imei.parse(imei).isPresent()
                ? (comma < 0 ? "" : part.substring(0, comma)) + "," + imei.substring(0, STORED_DIGITS)
                : "";
    }
}
