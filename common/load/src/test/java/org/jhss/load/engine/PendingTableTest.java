// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PendingTableTest {

    /** Compared with a map, across the wrap of identifiers and of the ring. Even steps take, odd ones end any pending request. */
    @Property
    void knowsWhatIsPending(@ForAll @Size(max = 300) List<@IntRange(min = 0, max = 1000) Integer> steps) {
        var table = new PendingTable(16, Integer.MAX_VALUE - 20);
        var model = new LinkedHashMap<Integer, Integer>();
        for (int step : steps) {
            if (step % 2 == 0 && table.hasRoom()) {
                int at = table.take();
                assertThat(model).doesNotContainValue(at);
                model.put(table.identifier[at], at);
            } else if (!model.isEmpty()) {
                int id = new ArrayList<>(model.keySet()).get(step % model.size());
                int at = model.remove(id);
                assertThat(table.find(id)).isEqualTo(at);
                table.end(at, PendingTable.ANSWERED);
                assertThat(table.find(id)).isEqualTo(at);
            }
            assertThat(table.pending()).isEqualTo(model.size());
            assertThat(table.oldestPending() == PendingTable.NONE).isEqualTo(model.isEmpty());
            var shown = new ArrayList<Integer>();
            table.forEachPending(shown::add);
            assertThat(shown).containsExactlyInAnyOrderElementsOf(model.values());
        }
    }

    @Test
    void forgetsWhatEndedOneRoundAgo() {
        var table = new PendingTable(4, 0);
        table.end(table.take(), PendingTable.ANSWERED);
        assertThat(table.find(0)).isNotEqualTo(PendingTable.NONE);
        for (int i = 0; i < 4; i++) {
            table.end(table.take(), PendingTable.ANSWERED);
        }

        assertThat(table.find(0)).isEqualTo(PendingTable.NONE);
        assertThat(table.find(99)).isEqualTo(PendingTable.NONE);
    }

    @Test
    void tellsTheOldest() {
        var table = new PendingTable(8, 0);
        int first = table.take();
        int second = table.take();
        assertThat(table.oldestPending()).isEqualTo(first);
        table.end(first, PendingTable.EXPIRED);

        assertThat(table.oldestPending()).isEqualTo(second);
    }
}
