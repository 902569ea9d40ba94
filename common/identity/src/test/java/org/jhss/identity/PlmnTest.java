// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlmnTest {

    @ParameterizedTest
    @CsvSource({"001,01,00f110", "310,260,130062", "262,02,62f220", "001,001,001100"})
    void codes_as_TS_24_301(String mcc, String mnc, String hex) {
        var plmn = new Plmn(mcc, mnc);
        assertThat(HexFormat.of().formatHex(plmn.encode())).isEqualTo(hex);
        assertThat(Plmn.decode(HexFormat.of().parseHex(hex), 0)).contains(plmn);
    }

    @ParameterizedTest
    @CsvSource({"a0f110", "0a1110", "00ea10", "00f1a0", "00f1"})
    void refuses_what_is_no_plmn(String hex) {
        assertThat(Plmn.decode(HexFormat.of().parseHex(hex), 0)).isEmpty();
    }

    @Property
    void decode_reverses_encode(@ForAll @IntRange(min = 0, max = 999) int mcc, @ForAll @IntRange(max = 999) int mnc) {
        var plmn = new Plmn("%03d".formatted(mcc), "%03d".formatted(mnc));
        assertThat(Plmn.decode(plmn.encode(), 0)).contains(plmn);
    }
}
