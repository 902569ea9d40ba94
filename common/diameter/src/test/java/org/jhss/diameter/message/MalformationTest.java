// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.S6a;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MalformationTest {

    /** The header of an AIR; the length is to be put before it. */
    private static final String HEADER = "c000013e010000230000000100000002";

    @ParameterizedTest
    @CsvSource({
        "version 2,            02000014, '',                         UNSUPPORTED_VERSION,      5011",
        "length below 20,      01000010, '',                         MESSAGE_LENGTH_TOO_SMALL, 5015",
        "length zero,          01000000, '',                         MESSAGE_LENGTH_TOO_SMALL, 5015",
        "length unaligned,     01000016, 0000,                       MESSAGE_LENGTH_UNALIGNED, 5015",
        "length too great,     01000018, '',                         MESSAGE_LENGTH_MISMATCH,  5015",
        "length too small,     01000014, 00000000,                   MESSAGE_LENGTH_MISMATCH,  5015",
        "header cut off,       01000018, 00000107,                   AVP_HEADER_TRUNCATED,     5014",
        "AVP length zero,      0100001c, 0000010740000000,           AVP_LENGTH_TOO_SMALL,     5014",
        "AVP length 7,         0100001c, 0000010740000007,           AVP_LENGTH_TOO_SMALL,     5014",
        "AVP length 8 with V,  01000020, 0000057fc0000008000028af,   AVP_LENGTH_TOO_SMALL,     5014",
        "vendor cut off,       0100001c, 0000057fc000000c,           AVP_LENGTH_TOO_LARGE,     5014",
        "AVP past the end,     01000020, 000001074000000d61626364,   AVP_LENGTH_TOO_LARGE,     5014",
        "AVP of 16 MiB,        01000020, 0000010740ffffff61626364,   AVP_LENGTH_TOO_LARGE,     5014",
    })
    void names_the_fault(String title, String length, String avps, Fault fault, int code) {
        var malformation = (Malformation) Message.parse(octets(length + HEADER + avps));
        assertThat(malformation.fault()).as(title).isEqualTo(fault);
        assertThat(malformation.resultCode().value()).isEqualTo(code);
        assertThat(malformation.isAnswerable()).isTrue();
    }

    @Test
    void fewer_octets_than_a_header_cannot_be_answered() {
        var malformation = (Malformation) Message.parse(new byte[19]);
        assertThat(malformation.fault()).isEqualTo(Fault.HEADER_TRUNCATED);
        assertThat(malformation.isAnswerable()).isFalse();
        assertThat(malformation.readable()).isEmpty();
    }

    @Test
    void a_malformed_answer_is_not_answered() {
        assertThat(((Malformation) Message.parse(octets("020000144000013e010000230000000100000002"))).isAnswerable())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "cut off header,  01000018, 00000107,                 0000010700000008",
        "text,            01000020, 000001074000000d61626364, 0000010740000008",
        "32 bits,         01000020, 0000010c4000000dffffffff, 0000010c4000000c00000000",
        "unknown vendor,  01000020, 00001234c00000ff00000001, 00001234c000000c00000001",
        "vendor cut off,  0100001c, 0000057fc000000c,         0000057fc000000c00000000",
    })
    void failed_avp_has_the_header_and_a_zero_filled_least_value(
            String title, String length, String avps, String failed) {
        var malformation = (Malformation) Message.parse(octets(length + HEADER + avps));
        assertThat(HexFormat.of().formatHex(malformation.failedAvp())).as(title).isEqualTo(failed);
    }

    @Test
    void limits_come_first() {
        var octets = octets("01000024" + HEADER + "0000010840000008" + "0000010840000008");
        assertThat(fault(new Limits(32, 10, 1), octets)).isEqualTo(Fault.MESSAGE_TOO_LARGE);
        assertThat(fault(new Limits(36, 1, 1), octets)).isEqualTo(Fault.TOO_MANY_AVPS);
        assertThat(new MessageReader(new Limits(36, 2, 1)).read(octets, 0, octets.length))
                .isInstanceOf(Message.class);
    }

    @Test
    void reserved_bits_are_ignored() {
        var octets = octets("01000020" + "cf00013e010000230000000100000002" + "000001075f00000c61626364");
        var message = (Message) Message.parse(octets);
        assertThat(message.text(Base.SESSION_ID)).isEqualTo("abcd");
    }

    @Test
    void what_comes_before_the_fault_is_used_for_the_answer() {
        var octets = octets("01000028" + HEADER + "000001074000000c61626364" + "0000010840000000");
        var malformation = (Malformation) Message.parse(octets);
        var buffer = new DiameterBuffer();
        int length = new Answers("hss", "realm").error(new MessageWriter(buffer), malformation);
        var answer = (Message) Message.parse(buffer.array(), 0, length);
        assertThat(answer.avpAt(0).text()).isEqualTo("abcd");
        assertThat(answer.unsigned32(Base.RESULT_CODE, 0)).isEqualTo(5014);
        assertThat(answer.find(Base.FAILED_AVP).has(Base.ORIGIN_HOST)).isTrue();
        assertThat(answer.hopByHop()).isEqualTo(1);
        assertThat(answer.endToEnd()).isEqualTo(2);
    }

    @Test
    void the_last_member_of_a_group_may_lack_its_padding() {
        var octets = octets("01000028" + HEADER + "0000057900000011" + "000005790000000961000000");
        var message = (Message) Message.parse(octets);
        assertThat(message.avpAt(0).iterator().next().valueLength()).isEqualTo(1);
    }

    @Test
    void a_group_of_garbage_is_seen_when_it_is_looked_into() {
        var octets = octets("01000024" + HEADER + "00000580c0000010000028af00000001");
        var message = (Message) Message.parse(octets);
        var group = message.find(S6a.REQUESTED_EUTRAN_AUTHENTICATION_INFO);
        assertThatThrownBy(() -> group.has(S6a.NUMBER_OF_REQUESTED_VECTORS))
                .isInstanceOfSatisfying(
                        MalformedValueException.class,
                        e -> assertThat(e.fault()).isEqualTo(Fault.AVP_HEADER_TRUNCATED));
    }

    private static Fault fault(Limits limits, byte[] octets) {
        return ((Malformation) new MessageReader(limits).read(octets, 0, octets.length)).fault();
    }

    private static byte[] octets(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
