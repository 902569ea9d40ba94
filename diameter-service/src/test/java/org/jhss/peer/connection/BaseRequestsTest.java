// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.jhss.diameter.dictionary.Base;
import org.junit.jupiter.api.Test;

class BaseRequestsTest {

    private static final int DWR = Base.DWR.code();
    private static final int DPR = Base.DPR.code();

    private final BaseRequests requests = new BaseRequests();

    @Test
    void anAnswerBelongsToTheRequestOfItsCommandAndId() {
        requests.sent(DWR, 7);
        requests.sent(DPR, 8);

        assertThat(requests.answered(DWR, 8)).isFalse();
        assertThat(requests.answered(DPR, 8)).isTrue();
        assertThat(requests.answered(DWR, 7)).isTrue();
    }

    @Test
    void aSecondAnswerIsNone() {
        requests.sent(DWR, 7);

        assertThat(requests.answered(DWR, 7)).isTrue();
        assertThat(requests.answered(DWR, 7)).isFalse();
    }

    @Test
    void whatAPeerNeverAnswersIsForgotten() {
        for (int i = 0; i < 100; i++) {
            requests.sent(DWR, i);
        }

        assertThat(requests.answered(DWR, 0)).isFalse();
        assertThat(requests.answered(DWR, 99)).isTrue();
    }
}
