// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImsiTest {

    @ParameterizedTest
    @ValueSource(strings = {"001010", "001010000000001"})
    void keeps_its_digits(String digits) {
        assertThat(Imsi.parse(digits))
                .contains(new Imsi(digits))
                .map(Imsi::toString)
                .contains(digits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00101", "0010100000000012", "00101000000000a", "٠٠١٠١٠٠٠٠٠٠٠٠٠١"})
    void refuses_what_is_no_imsi(String text) {
        assertThat(Imsi.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Imsi(text));
    }

    @Test
    void is_at_home_in_the_network_of_its_leading_digits() {
        var imsi = new Imsi("310260000000001");
        assertThat(imsi.isHomedIn(new Plmn("310", "260"))).isTrue();
        assertThat(imsi.isHomedIn(new Plmn("310", "26"))).isTrue();
        assertThat(imsi.isHomedIn(new Plmn("310", "261"))).isFalse();
        assertThat(imsi.isHomedIn(new Plmn("311", "260"))).isFalse();
    }
}
