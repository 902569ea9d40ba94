// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MsisdnTest {

    @Property
    void decode_reverses_encode(@ForAll @NumericChars @StringLength(min = 1, max = 15) String digits) {
        var msisdn = new Msisdn(digits);
        var octets = msisdn.encode();
        assertThat(Msisdn.decode(octets, 0, octets.length)).contains(msisdn);
    }

    @Test
    void drops_one_leading_plus() {
        assertThat(Msisdn.parse("+491701234567")).contains(new Msisdn("491701234567"));
        assertThat(Msisdn.parse("++49")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+", "1234567890123456", "49a", "49 170"})
    void refuses_what_is_no_number(String text) {
        assertThat(Msisdn.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Msisdn(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "21a3", "2143658709214365", "2f"})
    void refuses_octets_that_are_no_number(String hex) {
        var octets = HexFormat.of().parseHex(hex);
        assertThat(Msisdn.decode(octets, 0, octets.length)).isEmpty();
    }
}
