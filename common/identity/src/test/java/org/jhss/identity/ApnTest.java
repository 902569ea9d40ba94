// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApnTest {

    @Test
    void case_makes_no_difference() {
        assertThat(new Apn("Internet")).isEqualTo(new Apn("internet")).hasSameHashCodeAs(new Apn("INTERNET"));
        assertThat(new Apn("Internet")).hasToString("Internet");
    }

    @Test
    void the_wildcard_covers_every_apn() {
        assertThat(Apn.parse("*")).contains(Apn.WILDCARD);
        assertThat(Apn.WILDCARD.covers(new Apn("ims"))).isTrue();
        assertThat(new Apn("ims").covers(new Apn("IMS"))).isTrue();
        assertThat(new Apn("ims").covers(new Apn("internet"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "**", "a..b", "a b", ".a"})
    void refuses_what_is_no_apn(String text) {
        assertThat(Apn.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Apn(text));
    }

    @Test
    void bounds_the_length() {
        assertThat(Apn.parse("a.".repeat(49) + "a")).isPresent();
        assertThat(Apn.parse("a.".repeat(49) + "aa")).isEmpty();
    }
}
