// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.geored.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusesTest {

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204})
    void success_is_delivered(int status) {
        assertThat(Statuses.judge(status)).isInstanceOf(Attempt.Delivered.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504, 599})
    void what_may_pass_is_tried_again(int status) {
        assertThat(Statuses.judge(status)).isInstanceOf(Attempt.Failed.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 308, 400, 401, 404, 405, 410, 415, 422})
    void what_will_not_pass_is_refused(int status) {
        assertThat(Statuses.judge(status)).isInstanceOf(Attempt.Refused.class);
    }

    @Test
    void an_error_has_its_reason_phrase() {
        assertThat(Statuses.judge(503)).isEqualTo(new Attempt.Failed("503", "Service Unavailable"));
        assertThat(Statuses.judge(418)).isEqualTo(new Attempt.Refused("418", "HTTP 418"));
    }
}
