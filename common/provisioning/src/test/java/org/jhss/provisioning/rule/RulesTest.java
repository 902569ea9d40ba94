// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RulesTest {

    private static final String K = "465b5ce8b199b49faa5f0a2ee238a6bc";

    static Stream<Arguments> rules() {
        return Stream.of(
                rule(
                        Texts.IMSI,
                        List.of("00101", "001010000000001"),
                        List.of("", "0010", "0010100000000012", "00101000000000a", "00101 ", "٠٠١٠١")),
                rule(Texts.MSISDN, List.of("1", "441234567890123"), List.of("", "+44", "4412345678901234", "44-1")),
                rule(
                        Texts.ICCID,
                        List.of("898821100000000000", "8988211000000000003", "89882110000000000030"),
                        List.of("89882110000000000", "898821100000000000300", "898821100000000000F")),
                rule(
                        Texts.ICCID_CHECK_DIGIT,
                        List.of("898821100000000000", "8988211000000000003"),
                        List.of("8988211000000000002", "8988211000000000001")),
                rule(
                        Texts.KEY,
                        List.of(K, K + K, K.toUpperCase(java.util.Locale.ROOT)),
                        List.of("", "00", K + "0", K.replace('4', 'g'))),
                rule(Texts.KEY.orEmpty(), List.of("", K), List.of("0")),
                rule(Texts.AMF, List.of("8000", "b9B9"), List.of("", "800", "80000", "80g0")),
                rule(Texts.CHARGING_CHARACTERISTICS, List.of("0800"), List.of("800", "08000", "")),
                rule(
                        Lists.IDS,
                        List.of("", "1", "1,2,5", " 1 , 2 "),
                        List.of(",", "1,", "1,,2", "a", "1;2", "-1", "9999999999")),
                rule(
                        Lists.MSISDNS,
                        List.of("", "441234,441235", "[9076543210]", "5231231"),
                        List.of("+44", "44,", "4412345678901234", "[", "[44")),
                rule(Lists.ZONE_CODES, List.of("", "0001", "0001,00fF"), List.of("1", "0001,", "000g")),
                rule(
                        Names.APN,
                        List.of("internet", "ims", "*", "a.b-c", "UnitTest1", "lacy"),
                        List.of(
                                "",
                                "a..b",
                                ".a",
                                "a b",
                                "internet.mnc001.mcc001.gprs",
                                "rac.x",
                                "lac",
                                "sgsn",
                                "gprs")),
                rule(
                        Names.APN_OI_REPLACEMENT,
                        List.of("province1.mnc012.mcc345.gprs"),
                        List.of("", "internet", "a b.gprs", ".gprs")),
                rule(Names.HOST, List.of("pgw1.example.org", "pgw_1"), List.of("", "a..b", "a b", "-".repeat(64))),
                rule(
                        Names.TEMPLATE,
                        List.of("default_ifc.xml", "pyhss/default_ifc.xml"),
                        List.of("", "/etc/passwd", "../x", "a/../b", "a//b", "a\\b", "a\nb")),
                rule(Names.PRINTABLE, List.of("", "peer;host", "größe"), List.of("a\u0000", "a\nb")),
                rule(
                        Addresses.ADDRESS,
                        List.of("10.0.0.1", "::", "2001:db8::1", "::ffff:10.0.0.1", "1:2:3:4:5:6:7:8"),
                        List.of("", "10.0.0", "10.0.0.256", "1::2::3", ":::", "1:2:3:4:5:6:7", "12345::", "host")),
                rule(
                        Addresses.ADDRESS_OR_HOST,
                        List.of("10.0.0.1", "2001:db8::1", "pgw.example.org"),
                        List.of("", "a b", "a:b")),
                rule(
                        FilterRules.TFT,
                        List.of(
                                "permit out ip from any to any",
                                "permit out ip from 10.98.0.20 80 to any 1-65535",
                                "permit out 17 from 10.98.0.0/24 5060,5070-5080 to assigned",
                                "permit out 6 from 2001:db8::/32 to any 443",
                                "permit in ip from !10.0.0.1 to any"),
                        List.of(
                                "",
                                "deny out ip from any to any",
                                "permit out ip from any",
                                "permit out udp from any to any",
                                "permit out ip to any from any",
                                "permit out ip from 10.0.0.0/33 to any",
                                "permit out ip from any to any 70000",
                                "permit out ip from any to any 20-10",
                                "permit out ip from any to any 80 frag",
                                "permit out 256 from any to any")),
                rule(
                        Xml.DOCUMENT,
                        List.of("<a/>", "<?xml version=\"1.0\"?><a><b>x</b></a>"),
                        List.of(
                                "",
                                "string",
                                "<a>",
                                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
                                "<!DOCTYPE a><a/>",
                                "<a>&x;</a>")));
    }

    private static Arguments rule(Rule rule, List<String> right, List<String> wrong) {
        return arguments(org.junit.jupiter.api.Named.of(rule.name(), rule), right, wrong);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void a_rule_lets_right_values_pass_and_no_wrong_ones(Rule rule, List<String> right, List<String> wrong) {
        Rule.Context nothing = column -> null;
        assertThat(right)
                .allSatisfy(value -> assertThat(rule.breach(value, nothing)).isEmpty());
        assertThat(wrong)
                .allSatisfy(value -> assertThat(rule.breach(value, nothing))
                        .hasValueSatisfying(message -> assertThat(message).matches("(must|should) be .*")));
        rule.hint().pattern().ifPresent(pattern -> {
            assertThat(right).allMatch(value -> value.matches(pattern));
            assertThat(wrong)
                    .noneMatch(value -> value.matches(pattern) && !rule.name().equals("id_list"));
        });
    }

    static Stream<Arguments> dependentRules() {
        return Stream.of(
                arguments(Addresses.BY_IP_VERSION, "10.0.0.1", Map.of("ip_version", 0), true),
                arguments(Addresses.BY_IP_VERSION, "10.0.0.1", Map.of(), true),
                arguments(Addresses.BY_IP_VERSION, "2001:db8::1", Map.of("ip_version", 0), false),
                arguments(Addresses.BY_IP_VERSION, "2001:db8::/64", Map.of("ip_version", 1), true),
                arguments(Addresses.BY_IP_VERSION, "10.0.0.1", Map.of("ip_version", 1), false),
                arguments(Addresses.BY_IP_VERSION, "10.0.0.1,2001:db8::1", Map.of("ip_version", 2), true),
                arguments(Addresses.BY_IP_VERSION, "10.0.0.1,10.0.0.2", Map.of("ip_version", 2), false),
                arguments(Addresses.BY_IP_VERSION, "10.0.0.1", Map.of("ip_version", 3), true),
                arguments(Regexes.BY_REGEX_MODE, "^777.*", Map.of("regex_mode", 1), true),
                arguments(Regexes.BY_REGEX_MODE, "(", Map.of("regex_mode", 1), false),
                arguments(Regexes.BY_REGEX_MODE, "(?=x)", Map.of(), false),
                arguments(Regexes.BY_REGEX_MODE, "(", Map.of("regex_mode", 0), true),
                arguments(Attributes.VALUE_BY_KEY, "forbidden", Map.of("key", "rat_restriction_2g"), true),
                arguments(Attributes.VALUE_BY_KEY, "Allowed", Map.of("key", "RAT_restriction_4g"), true),
                arguments(Attributes.VALUE_BY_KEY, "maybe", Map.of("key", "rat_restriction_3g"), false),
                arguments(Attributes.VALUE_BY_KEY, "maybe", Map.of("key", "mine"), true));
    }

    @ParameterizedTest
    @MethodSource("dependentRules")
    void a_rule_may_look_at_the_rest_of_the_row(Rule rule, String value, Map<String, Object> others, boolean right) {
        assertThat(rule.breach(value, others::get).isEmpty()).isEqualTo(right);
        assertThat(rule.dependsOn()).isNotEmpty();
    }
}
