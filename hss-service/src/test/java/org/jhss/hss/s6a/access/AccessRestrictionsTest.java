// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jhss.store.work.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessRestrictionsTest {

    @ParameterizedTest
    @CsvSource({
        // mask, RAT-Type, allowed
        "0, 1004, true",
        "0x1, 1000, false",
        "0x1, 1001, true",
        "0x2, 1001, false",
        "0x4, 1002, false",
        "0x8, 1003, false",
        "0x10, 1004, false",
        "0x10, 1007, false",
        "0x10, 1005, true",
        "0x40, 1005, false",
        "0x40, 1015, false",
        "0x800, 1007, false",
        "0x800, 1004, true",
        "0x1000, 1004, false",
        "0x1000, 1007, true",
        "0x2000, 1011, false",
        "0x2000, 1004, true",
        "0x1000000, 1022, false",
        "0xffffffff, 0, true"
    })
    void each_bit_bars_its_radio_accesses(String mask, int ratType, boolean allowed) {
        assertThat(new AccessRestrictions(Long.decode(mask)).allows(ratType)).isEqualTo(allowed);
    }

    @Test
    void attributes_forbid_beyond_what_is_provisioned_and_undefined_bits_are_cleared() {
        var provisioned = new Profile.Restrictions(OptionalLong.of(0xFE00_0100L), OptionalLong.empty(), List.of());

        var restrictions = AccessRestrictions.of(
                provisioned,
                Map.of("rat_restriction_3g", "Forbidden", "rat_restriction_2g", "allowed", "x", "forbidden"));

        assertThat(restrictions.mask()).isEqualTo(0x109);
    }
}
