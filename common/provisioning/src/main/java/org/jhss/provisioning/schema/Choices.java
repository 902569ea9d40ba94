// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.schema;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import org.jhss.provisioning.rule.Hint;
import org.jhss.provisioning.rule.Numbers;
import org.jhss.provisioning.rule.Rule;
import org.jhss.provisioning.rule.Texts;

/** Columns of few values, with what each means. */
final class Choices {

    /** TS 29.272 7.3.62. */
    static final Rule IP_VERSION = from(0, "IPv4", "IPv6", "IPv4 and IPv6", "IPv4 or IPv6");

    /** TS 29.272 7.3.21. */
    static final Rule NETWORK_ACCESS_MODE = from(0, "packet and circuit", "reserved", "only packet");

    /** TS 29.272 7.3.204. */
    static final Rule NIDD_MECHANISM = from(0, "SGi-based", "SCEF-based");

    /** TS 29.272 7.3.221. */
    static final Rule RDS = from(0, "disabled", "enabled");

    /** TS 29.272 7.3.209: bit 0 user plane, bit 1 control plane. */
    static final Rule PREFERRED_DATA_MODE = from(0, "none", "user plane preferred", "control plane preferred", "both");

    /** TS 29.272 7.3.44. */
    static final Rule ALLOCATION_TYPE = from(0, "static", "dynamic");

    /** TS 29.272 7.3.135. */
    static final Rule SIPTO = from(0, "allowed", "not allowed");

    /** TS 29.272 7.3.118. */
    static final Rule LIPA = from(0, "prohibited", "only", "conditional");

    /** TS 29.272 7.3.170. */
    static final Rule SIPTO_LOCAL = from(0, "allowed", "not allowed");

    /** Flow-Direction (TS 29.212 5.3.65). */
    static final Rule DIRECTION = from(0, "unspecified", "downlink", "uplink", "both");

    /** Equipment-Status (TS 29.272 7.3.51), and a value that PyHSS's own clients send. */
    static final Rule EQUIPMENT_STATUS = from(0, "permitted", "prohibited", "tracked", "undefined, as PyHSS lets pass");

    /** Whether {@code imei} and {@code imsi} are compared or matched. */
    static final Rule REGEX_MODE = from(0, "exact", "regular expression");

    /** PyHSS's {@code algo}, for 2G triplets. */
    static final Rule GSM_ALGORITHM = algo();

    /** {@code jhss_auc.algorithm}. */
    static final Rule ALGORITHM = Texts.oneOf(
            words("milenage", "TS 35.206", "tuak", "TS 35.231", "xor", "the test algorithm of TS 34.108 8.1.2"));

    private Choices() {}

    private static Rule from(int first, String... meanings) {
        var values = new LinkedHashMap<Integer, String>();
        for (int i = 0; i < meanings.length; i++) {
            values.put(first + i, meanings[i]);
        }
        return Numbers.oneOf(values);
    }

    private static SequencedMap<String, String> words(String... pairs) {
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
        return values;
    }

    private static Rule algo() {
        return new Rule(
                "algo",
                "a number: 1, 2, 3 for that version of COMP128, any other for triplets from the 3G algorithm",
                Rule.Severity.ERROR,
                Hint.NONE,
                Set.of(),
                (value, others) -> value instanceof String text
                        && (text.isEmpty()
                                || (text.length() <= 9 && text.chars().allMatch(Character::isDigit))));
    }
}
