// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s13;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jhss.store.reference.EquipmentPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternRulesTest {

    private static final String IMEI = "35349006987331";
    private static final String IMSI = "001010000000001";

    private static EquipmentPattern rule(int id, String imei, String imsi, int status) {
        return new EquipmentPattern(id, imei, imsi.isEmpty() ? Optional.empty() : Optional.of(imsi), status);
    }

    private static OptionalInt decide(EquipmentPattern... rules) {
        return PatternRules.compile(List.of(rules)).decide(IMEI, IMSI);
    }

    @ParameterizedTest
    @CsvSource({
        "3534, true",
        "353490.*, true",
        "^3534, true",
        "3534.*31$, true",
        ".*, true",
        "5349, false",
        "3534$, false"
    })
    void an_expression_matches_from_the_start_and_not_to_the_end(String expression, boolean matches) {
        assertThat(decide(rule(1, expression, "", 1)).isPresent()).isEqualTo(matches);
    }

    @Test
    void the_first_matching_rule_decides() {
        assertThat(decide(rule(1, "99", "", 0), rule(2, "35", "", 1), rule(3, "3534", "", 2)))
                .hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({"00101, true", "001010000000001, true", "0010[2-9], false"})
    void an_expression_for_the_subscriber_must_match_too(String expression, boolean matches) {
        assertThat(decide(rule(1, "35", expression, 1)).isPresent()).isEqualTo(matches);
    }

    @Test
    void without_a_subscriber_only_rules_for_all_apply() {
        var rules = PatternRules.compile(List.of(rule(1, "35", ".*", 1), rule(2, "35", "", 2)));

        assertThat(rules.decide(IMEI, "")).hasValue(2);
    }

    @Test
    void a_rule_that_cannot_be_used_does_not_stop_the_others() {
        assertThat(decide(
                        rule(1, "35(", "", 1),
                        rule(2, "35", "*", 1),
                        rule(3, "", "", 1),
                        rule(4, "(?=35)35", "", 1),
                        rule(5, "35", "", 7),
                        rule(6, "35", "", 2)))
                .hasValue(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "(((3{999}){999}){999})",
                "((3{0,200}){0,200}){0,200}",
                "((?:x|(3{100})){20,}y)",
                "((3{40}){40}[]{}])"
            })
    void an_expression_that_would_fill_the_memory_is_left_out(String expression) {
        assertThat(RepeatGuard.admits(expression)).isFalse();
        assertThat(decide(rule(1, expression, "", 1), rule(2, "35", expression, 1), rule(3, "35", "", 2)))
                .hasValue(2);
    }

    @Test
    void an_expression_without_end_is_left_out() {
        assertThat(decide(rule(1, "35|".repeat(400) + "35", "", 1), rule(2, "35", "", 2)))
                .hasValue(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "(3534\\d{10}|3535\\d{10}|3536\\d{10}|3537\\d{10})$",
                "(([0-9]{2}){3}){2}",
                "[{]?(3{999}|3{999})|35",
                "\\{?(\\Q{999}\\E)?((3{1,2}5){1,3}){1,2}",
                "35*[0-9]+?"
            })
    void an_expression_of_common_size_is_used(String expression) {
        assertThat(RepeatGuard.admits(expression)).isTrue();
        assertThat(decide(rule(1, expression, "", 1))).hasValue(1);
    }

    @Test
    @Timeout(20)
    void an_expression_made_to_hang_does_not() {
        var rules = PatternRules.compile(List.of(rule(1, "(3*)*x", "", 1), rule(2, "(3|33)+y", "", 1)));

        assertThat(rules.decide("3".repeat(5_000), IMSI)).isEmpty();
    }
}
