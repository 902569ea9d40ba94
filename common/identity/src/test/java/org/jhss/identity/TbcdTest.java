// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TbcdTest {

    @ParameterizedTest
    @CsvSource({"12345,2143f5", "1234,2143", "*#abc,badcfe", "0,f0", "491701234567,947110325476"})
    void swaps_nibbles_and_fills_odd_lengths(String digits, String hex) {
        assertThat(HexFormat.of().formatHex(Tbcd.encode(digits))).isEqualTo(hex);
        assertThat(decode(hex)).contains(digits);
    }

    @Property
    void decode_reverses_encode(
            @ForAll
                    @StringLength(max = 40)
                    @Chars({'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '#', 'a', 'b', 'c'})
                    String digits) {
        var octets = Tbcd.encode(digits);
        assertThat(octets).hasSize(Tbcd.encodedLength(digits.length()));
        assertThat(Tbcd.decode(octets, 0, octets.length)).contains(digits);
    }

    @Property
    void what_decodes_encodes_to_the_same_octets_but_for_trailing_fill(@ForAll @Size(max = 12) byte[] octets) {
        var decoded = Tbcd.decode(octets, 0, octets.length);
        var hex = HexFormat.of().formatHex(octets);
        decoded.ifPresent(digits -> assertThat(hex).startsWith(HexFormat.of().formatHex(Tbcd.encode(digits))));
        assertThat(decoded.isPresent() || hex.contains("f")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"f121", "2f", "ff21", "21ff43"})
    void refuses_a_filler_before_the_end(String hex) {
        assertThat(decode(hex)).isEmpty();
    }

    @Test
    void refuses_a_range_outside_the_buffer() {
        assertThat(Tbcd.decode(new byte[2], 1, 2)).isEmpty();
        assertThat(Tbcd.decode(new byte[2], -1, 1)).isEmpty();
        assertThat(Tbcd.decode(new byte[2], 0, -1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12d", " ", "+49", "é"})
    void refuses_what_is_no_digit(String digits) {
        assertThatIllegalArgumentException().isThrownBy(() -> Tbcd.encode(digits));
    }

    private static Optional<String> decode(String hex) {
        var octets = HexFormat.of().parseHex(hex);
        return Tbcd.decode(octets, 0, octets.length);
    }
}
