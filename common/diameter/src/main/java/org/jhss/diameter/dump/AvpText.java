// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.dump;

import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Map;
import java.util.StringJoiner;
import org.jhss.diameter.dictionary.AvpDefinition;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.message.Avp;
import org.jhss.diameter.message.ExperimentalResultCode;
import org.jhss.diameter.message.ResultCode;
import org.jhss.diameter.message.ValueRules;

/** The value of an AVP as people read it. */
final class AvpText {

    private static final HexFormat HEX = HexFormat.of();
    private static final int IPV4_LENGTH = 4;
    private static final int PLMN_LENGTH = 3;
    private static final String TBCD_DIGITS = "0123456789*#abc";
    private static final int FILLER = 0xF;

    private final boolean redactSecrets;

    AvpText(boolean redactSecrets) {
        this.redactSecrets = redactSecrets;
    }

    String of(Avp avp) {
        var known = avp.definition();
        if (known.isEmpty()) {
            return hex(avp);
        }
        var definition = known.get();
        if (redactSecrets && definition.isSecret()) {
            return "(" + avp.valueLength() + " secret octets)";
        }
        var fault = ValueRules.check(definition, avp.buffer(), avp.valueOffset(), avp.valueLength());
        return fault == null ? value(avp, definition) : hex(avp) + " !! " + fault.description();
    }

    private static String value(Avp avp, AvpDefinition definition) {
        return switch (definition.type()) {
            case UNSIGNED32 -> unsigned(avp, definition);
            case INTEGER32 -> Integer.toString(avp.integer32());
            case UNSIGNED64 -> Long.toUnsignedString(avp.integer64());
            case INTEGER64 -> Long.toString(avp.integer64());
            case FLOAT32 -> Float.toString(avp.float32());
            case FLOAT64 -> Double.toString(avp.float64());
            case ENUMERATED -> enumerated(avp, definition);
            case TIME -> avp.time().map(Object::toString).orElse("");
            case ADDRESS -> avp.address().map(InetAddress::getHostAddress).orElseGet(() -> hex(avp));
            case UTF8_STRING, DIAMETER_IDENTITY, DIAMETER_URI, IP_FILTER_RULE, QOS_FILTER_RULE -> quoted(avp.text());
            case OCTET_STRING -> octets(avp, definition);
            case GROUPED -> hex(avp);
        };
    }

    private static String unsigned(Avp avp, AvpDefinition definition) {
        long value = avp.unsigned32();
        var name = "";
        if (definition == Base.RESULT_CODE) {
            name = ResultCode.of((int) value).map(ResultCode::label).orElse("");
        } else if (definition == Base.EXPERIMENTAL_RESULT_CODE) {
            name = ExperimentalResultCode.of((int) value).map(Enum::name).orElse("");
        }
        if (!definition.bits().isEmpty()) {
            name = bits((int) value, definition.bits());
        }
        return name.isEmpty() ? Long.toString(value) : name + " (" + value + ")";
    }

    private static String bits(int value, Map<Integer, String> names) {
        var set = new StringJoiner(", ");
        for (int bit = 0; bit < Integer.SIZE; bit++) {
            if ((value & 1 << bit) != 0) {
                set.add(names.getOrDefault(bit, "bit " + bit));
            }
        }
        return set.toString();
    }

    private static String enumerated(Avp avp, AvpDefinition definition) {
        int value = avp.enumerated();
        var name = definition.enumeration().get(value);
        return name == null ? Integer.toString(value) : name + " (" + value + ")";
    }

    private static String octets(Avp avp, AvpDefinition definition) {
        return switch (definition.hint()) {
            case NONE -> hex(avp);
            case TEXT -> quoted(avp.text());
            case TBCD -> tbcd(avp) + " (" + hex(avp) + ")";
            case PLMN -> avp.valueLength() == PLMN_LENGTH ? plmn(avp) + " (" + hex(avp) + ")" : hex(avp);
            case IPV4 ->
                avp.valueLength() == IPV4_LENGTH
                        ? avp.octet(0) + "." + avp.octet(1) + "." + avp.octet(2) + "." + avp.octet(3)
                        : hex(avp);
        };
    }

    private static String tbcd(Avp avp) {
        var digits = new StringBuilder();
        for (int i = 0; i < avp.valueLength(); i++) {
            appendDigit(digits, avp.octet(i) & 0xF);
            appendDigit(digits, avp.octet(i) >> 4);
        }
        return digits.toString();
    }

    private static String plmn(Avp avp) {
        var digits = new StringBuilder();
        appendDigit(digits, avp.octet(0) & 0xF);
        appendDigit(digits, avp.octet(0) >> 4);
        appendDigit(digits, avp.octet(1) & 0xF);
        digits.append('-');
        appendDigit(digits, avp.octet(2) & 0xF);
        appendDigit(digits, avp.octet(2) >> 4);
        appendDigit(digits, avp.octet(1) >> 4);
        return digits.toString();
    }

    private static void appendDigit(StringBuilder digits, int nibble) {
        if (nibble != FILLER) {
            digits.append(TBCD_DIGITS.charAt(nibble));
        }
    }

    /** Text in quotes, its control characters escaped so that no peer can write lines of its own into a log. */
    private static String quoted(String text) {
        var out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
                out.append("\\u").append(HEX.toHexDigits(c));
            } else if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }

    private static String hex(Avp avp) {
        return HEX.formatHex(avp.buffer(), avp.valueOffset(), avp.valueOffset() + avp.valueLength());
    }
}
