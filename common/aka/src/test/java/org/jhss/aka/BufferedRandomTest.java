// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.aka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class BufferedRandomTest {

    @Test
    void hands_out_the_sources_octets_in_order_and_each_once() {
        var random = new BufferedRandom(new Counting());
        var drawn = new ByteArrayOutputStream();
        for (int length : new int[] {16, 0, 5000, 1, 4096, 16}) {
            var part = new byte[length];
            random.nextBytes(part);
            drawn.writeBytes(part);
        }
        var octets = drawn.toByteArray();
        for (int i = 0; i < octets.length; i++) {
            assertThat(octets[i]).isEqualTo((byte) i);
        }
    }

    @Test
    void rands_of_the_platforms_source_differ() {
        var random = new BufferedRandom();
        var seen = new HashSet<String>();
        var rand = new byte[AkaEngine.RAND_LENGTH];
        for (int i = 0; i < 1000; i++) {
            random.nextBytes(rand);
            assertThat(seen.add(HexFormat.of().formatHex(rand))).isTrue();
        }
    }

    /** Counts upwards instead of drawing. */
    private static final class Counting extends SecureRandom {

        private int next;

        @Override
        public void nextBytes(byte[] target) {
            for (int i = 0; i < target.length; i++) {
                target[i] = (byte) next++;
            }
        }
    }
}
