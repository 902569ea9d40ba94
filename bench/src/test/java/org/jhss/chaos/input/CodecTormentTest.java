// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.chaos.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A short form of what {@code ./jhss chaos} does by the million. */
@Timeout(120)
class CodecTormentTest {

    private static final long MESSAGES = Long.getLong("jhss.test.mutated_messages", 40_000);
    private static final long SEED = Long.getLong("jhss.test.seed", 20_261_122);

    @Test
    void whatever_comes_is_read_refused_or_answered_and_never_a_surprise() {
        var outcome = new CodecTorment(SEED).run(MESSAGES);

        assertThat(outcome.sent()).isEqualTo(MESSAGES);
        // The mutations are worth something only while they reach all ends.
        assertThat(outcome.valid()).isGreaterThan(MESSAGES / 100);
        assertThat(outcome.violating()).isGreaterThan(MESSAGES / 100);
        assertThat(outcome.malformed()).isGreaterThan(MESSAGES / 100);
        assertThat(outcome.unframeable()).isGreaterThan(MESSAGES / 100);
    }
}
