// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImeiTest {

    @ParameterizedTest
    @CsvSource({"49015420323751,''", "490154203237518,''", "490154203237510,''", "4901542032375177,77"})
    void reads_14_15_and_16_digits_as_the_same_equipment(String text, String version) {
        var imei = Imei.parse(text).orElseThrow();
        assertThat(imei).isEqualTo(new Imei("49015420323751", version));
        assertThat(imei.tac()).isEqualTo("49015420");
        assertThat(imei.serialNumber()).isEqualTo("323751");
    }

    @Test
    void takes_the_software_version_from_its_own_avp() {
        assertThat(Imei.parse("490154203237518", "42")).contains(new Imei("49015420323751", "42"));
        assertThat(Imei.parse("490154203237518", "")).contains(new Imei("49015420323751", ""));
        assertThat(Imei.parse("490154203237518", "4")).isEmpty();
    }

    @Test
    void computes_the_check_digit_of_annex_B() {
        assertThat(new Imei("49015420323751", "").withCheckDigit()).isEqualTo("490154203237518");
    }

    @Property
    void exactly_one_check_digit_is_valid(@ForAll @NumericChars @StringLength(14) String body) {
        int valid = 0;
        for (char digit = '0'; digit <= '9'; digit++) {
            valid += Imei.hasValidCheckDigit(body + digit) ? 1 : 0;
        }
        assertThat(valid).isOne();
        assertThat(Imei.hasValidCheckDigit(new Imei(body, "").withCheckDigit())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4901542032375", "49015420323751777", "4901542032375x"})
    void refuses_what_is_no_imei(String text) {
        assertThat(Imei.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Imei(text, ""));
    }
}
