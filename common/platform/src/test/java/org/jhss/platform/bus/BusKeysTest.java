// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BusKeysTest {

    private final BusKeys keys = new BusKeys("hss01");

    @Test
    void everyKeyHasThePrefixAsItsClusterHashTag() {
        assertThat(keys.inbound()).isEqualTo("{hss01}:diameter:inbound");
        assertThat(keys.outbound("d1")).isEqualTo("{hss01}:diameter:outbound:d1");
        assertThat(keys.replies("d1")).isEqualTo("{hss01}:replies:d1");
        assertThat(keys.calls("hss")).isEqualTo("{hss01}:calls:hss");
        assertThat(keys.peers("d1")).isEqualTo("{hss01}:diameter:peers:d1");
        assertThat(keys.service("hss", "h1")).isEqualTo("{hss01}:service:hss:h1");
        assertThat(keys.dead()).isEqualTo("{hss01}:dead");
    }

    @Test
    void keysOfOthersAreNotOwned() {
        assertThat(keys.owns(keys.replies("d1"))).isTrue();
        assertThat(keys.owns("{hss02}:replies:d1")).isFalse();
        assertThat(keys.owns("hss01:replies:d1")).isFalse();
        assertThat(keys.owns("")).isFalse();
        assertThat(keys.owns("{hss01")).isFalse();
    }
}
