// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jhss.identity.Plmn;
import org.jhss.store.reference.RoamingRule;
import org.jhss.store.work.Access;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoamingPolicyTest {

    private static final Plmn HOME = new Plmn("001", "01");

    /** 1 allows 262 01, 2 forbids 262 02, 3 would forbid 262 03 but is off, 4 forbids and 5 allows a network that was deleted. */
    private static final List<RoamingRule> RULES = List.of(
            rule(1, "262", "01", true, true),
            rule(2, "262", "02", false, true),
            rule(3, "262", "03", false, false),
            new RoamingRule(4, Optional.empty(), false, true),
            new RoamingRule(5, Optional.empty(), true, true));

    private static RoamingRule rule(int id, String mcc, String mnc, boolean allow, boolean enabled) {
        return new RoamingRule(id, Optional.of(new RoamingRule.Network(id, "net", mcc, mnc, 1)), allow, enabled);
    }

    @ParameterizedTest
    @CsvSource({"001, 01, false", "001, 001, false", "001, 02, true", "001, 010, true", "002, 01, true", "262, 02, true"
    })
    void a_network_is_foreign_when_country_or_network_code_differs(String mcc, String mnc, boolean roaming) {
        assertThat(new RoamingPolicy(HOME, true).isRoaming(new Plmn(mcc, mnc))).isEqualTo(roaming);
    }

    @ParameterizedTest
    @CsvSource({
        // visited, roaming enabled, own rules, undefined networks, allowed
        "00101, false, '', false, true",
        "26201, false, '', true, false",
        "26201, true, '', false, true",
        "26202, true, '', true, false",
        "262002, true, '', true, false",
        "26203, true, '', true, true",
        "26203, true, '', false, false",
        "26299, true, '', true, true",
        "26299, true, '', false, false",
        "26202, true, '1', true, true",
        "26202, true, '1', false, false",
        "26202, true, '1,2', true, false",
        "26201, true, '2,1', false, true",
        "26203, true, '3', true, true",
        "26299, true, '4', true, false",
        "26201, true, '4,1', true, true",
        "26299, true, '5', true, true",
        "26299, true, '5', false, false",
        "26299, true, '77', true, false",
        "26201, true, '77,1', true, true"
    })
    void rules_decide_and_what_is_unclear_is_forbidden(
            String visited, boolean roamingEnabled, String own, boolean undefined, boolean allowed) {
        var access = new Access(1, true, 0, roamingEnabled, own);

        assertThat(new RoamingPolicy(HOME, undefined)
                        .allows(access, Plmn.parse(visited).orElseThrow(), RULES))
                .isEqualTo(allowed);
    }
}
