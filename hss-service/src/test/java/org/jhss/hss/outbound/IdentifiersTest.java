// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import org.jhss.identity.PeerHost;
import org.junit.jupiter.api.Test;

class IdentifiersTest {

    private static final PeerHost HOST = new PeerHost("hss01.example.org");
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(0x6A48_1234L), ZoneOffset.UTC);

    @Test
    void aSessionIdStartsWithOurHostAndTheTimeAndEndsWithTheInstance() {
        var session =
                new Identifiers(HOST, "hss-a", CLOCK).nextSession().value().split(";");

        assertThat(session).hasSize(4);
        assertThat(session[0]).isEqualTo("hss01.example.org");
        assertThat(session[1]).isEqualTo(Integer.toUnsignedString(0x6A48_1234));
        assertThat(Long.parseLong(session[2])).isBetween(0L, 0xFFFF_FFFFL);
        assertThat(session[3]).isEqualTo("hss-a");
    }

    @Test
    void noSessionIdComesTwiceNorInTwoInstances() {
        var one = new Identifiers(HOST, "hss-a", CLOCK);
        var other = new Identifiers(HOST, "hss-b", CLOCK);
        var seen = new HashSet<String>();

        for (int i = 0; i < 1_000; i++) {
            assertThat(seen.add(one.nextSession().value())).isTrue();
            assertThat(seen.add(other.nextSession().value())).isTrue();
        }
    }

    @Test
    void anEndToEndIdentifierStartsWithTheLowBitsOfTheTimeAndCountsUp() {
        var identifiers = new Identifiers(HOST, "hss-a", CLOCK);

        int first = identifiers.nextEndToEnd();

        // A random start of all ones would carry into the time; RFC 6733 3 only asks for uniqueness.
        assertThat(first >>> 20).isIn(0x234, 0x235);
        assertThat(identifiers.nextEndToEnd()).isEqualTo(first + 1);
    }
}
