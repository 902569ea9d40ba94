// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.jhss.identity.PeerHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectoryTest {

    /** Facts of PyHSS 1.6: the first word of its list that is anywhere in the name. */
    @ParameterizedTest
    @CsvSource({
        "mme01.epc.example.org, mme",
        "PGW.mme, mme",
        "smf.example.org, Unknown",
        "pcrf, Unknown",
        "sgsn, Unknown",
        "PCSCF.ims.example.org, pcscf",
        "hydra.example.org, dra",
        "ocs.hss.example.org, hss"
    })
    void kindIsPyHssesGuess(String host, String kind) {
        assertThat(PeerKind.of(new PeerHost(host))).isEqualTo(kind);
    }

    @Test
    void pausesGrowToTheMostAndStartAgain() {
        var backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), new Random(7));
        assertThat(backoff.nextMillis()).isBetween(500L, 1000L);
        assertThat(backoff.nextMillis()).isBetween(1000L, 2000L);
        assertThat(backoff.nextMillis()).isBetween(2000L, 4000L);
        for (int i = 0; i < 50; i++) {
            backoff.nextMillis();
        }
        assertThat(backoff.nextMillis()).isBetween(15_000L, 30_000L);
        backoff.reset();
        assertThat(backoff.nextMillis()).isBetween(500L, 1000L);
    }
}
