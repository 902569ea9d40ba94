// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SqnMemoryTest {

    @Property
    void findsExactlyTheRepeatedPairs(
            @ForAll List<@IntRange(max = 3) Integer> subscribers, @ForAll List<@LongRange(max = 8) Long> sqns) {
        var memory = new SqnMemory(1000);
        var model = new HashSet<List<Long>>();
        for (int i = 0; i < Math.min(subscribers.size(), sqns.size()); i++) {
            boolean fresh = model.add(List.of((long) subscribers.get(i), sqns.get(i)));
            assertThat(memory.add(subscribers.get(i), sqns.get(i)))
                    .isEqualTo(fresh ? SqnMemory.Answer.NEW : SqnMemory.Answer.REPEATED);
        }
        assertThat(memory.size()).isEqualTo(model.size());
    }

    @Test
    void saysWhenItHasNoMoreRoomAndStillKnowsTheOldOnes() {
        var memory = new SqnMemory(100_000);
        for (int i = 0; i < 200_000; i++) {
            memory.add(i, 32);
        }

        assertThat(memory.size()).isBetween(99_000L, 100_000L);
        assertThat(memory.add(0, 32)).isEqualTo(SqnMemory.Answer.REPEATED);
        assertThat(memory.add(300_000, 32)).isEqualTo(SqnMemory.Answer.NOT_REMEMBERED);
        assertThat(new SqnMemory(0).add(1, 1)).isEqualTo(SqnMemory.Answer.NOT_REMEMBERED);
    }
}
