// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.jhss.identity.Imsi;
import org.jhss.identity.Plmn;
import org.jhss.identity.Realm;
import org.jhss.load.plan.PeerSet;
import org.jhss.load.plan.RequestEnd;
import org.jhss.load.plan.RequestEnd.Fate;
import org.jhss.load.plan.SubscriberOrder;
import org.jhss.load.plan.SubscriberRange;
import org.junit.jupiter.api.Test;

class LocationLogTest {

    private static final SubscriberRange RANGE =
            new SubscriberRange(new Imsi("001010000000001"), 10, new SubscriberOrder.Uniform());

    private final LocationLog log = new LocationLog(
            new PeerSet(4, "mme", new Realm("test"), new Realm("test"), Optional.empty(), new Plmn("001", "01"), false),
            Duration.ofNanos(50));

    @Test
    void wantsTheNodeThatWasAcknowledgedLast() {
        ended("ULR", 0, 10, 20, Fate.SUCCESS);
        ended("ULR", 1, 30, 40, Fate.SUCCESS);

        assertThat(log.contradictions(RANGE, imsi -> "mme002.test")).isEmpty();
        assertThat(log.contradictions(RANGE, imsi -> "mme001.test")).hasSize(1);
        assertThat(log.contradictions(RANGE, imsi -> ""))
                .singleElement()
                .asString()
                .contains("001010000000004");
    }

    @Test
    void takesEitherOfTwoThatOverlapped() {
        ended("ULR", 0, 10, 30, Fate.SUCCESS);
        ended("ULR", 1, 20, 40, Fate.SUCCESS);

        assertThat(log.contradictions(RANGE, imsi -> "mme001.test")).isEmpty();
        assertThat(log.contradictions(RANGE, imsi -> "mme002.test")).isEmpty();
        assertThat(log.contradictions(RANGE, imsi -> "mme003.test")).hasSize(1);
    }

    @Test
    void allowsForALostOneThatWasCarriedOutAllTheSame() {
        ended("ULR", 2, 10, 20, Fate.LOST);
        ended("ULR", 1, 30, 40, Fate.SUCCESS);

        assertThat(log.contradictions(RANGE, imsi -> "mme003.test")).isEmpty();

        ended("ULR", 1, 100, 110, Fate.SUCCESS);
        assertThat(log.contradictions(RANGE, imsi -> "mme003.test")).hasSize(1);
    }

    @Test
    void asksNothingWhereNothingWasAcknowledged() {
        ended("ULR", 2, 10, 20, Fate.ENDED);

        assertThat(log.contradictions(RANGE, imsi -> "")).isEmpty();
    }

    @Test
    void allowsForAPurge() {
        ended("ULR", 0, 10, 20, Fate.SUCCESS);
        ended("PUR", 0, 15, 40, Fate.SUCCESS);

        assertThat(log.contradictions(RANGE, imsi -> "")).isEmpty();
        assertThat(log.locations())
                .singleElement()
                .satisfies(location -> assertThat(location.mayBePurged()).isTrue());
    }

    private void ended(String command, int peer, long sent, long end, Fate fate) {
        log.ended(new RequestEnd(command, 3, peer, sent, end, fate, 0));
    }
}
