// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.function.Consumer;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.CommandDefinition;
import org.jhss.diameter.dictionary.Gx;
import org.jhss.diameter.dictionary.S13;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.Answers;
import org.jhss.diameter.message.DiameterBuffer;
import org.jhss.diameter.message.Header;
import org.jhss.diameter.message.Limits;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.MessageWriter;
import org.jhss.diameter.message.ResultCode;
import org.junit.jupiter.api.Test;

class GrammarValidatorTest {

    private static final byte[] PLMN = {0, (byte) 0xF1, 0x10};

    private final DiameterBuffer buffer = new DiameterBuffer();
    private final MessageWriter writer = new MessageWriter(buffer);
    private final GrammarValidator validator = new GrammarValidator(Limits.DEFAULT);

    @Test
    void passes_a_request_that_keeps_to_its_grammar() {
        assertThat(validate(air(w -> w.add(S6a.VISITED_PLMN_ID, PLMN)))).isEqualTo(Verdict.Valid.VALID);
    }

    @Test
    void a_missing_avp_is_5005_with_an_example_of_least_length() {
        var violation = violation(air(w -> {}));
        assertThat(violation.resultCode()).isEqualTo(ResultCode.MISSING_AVP);
        assertThat(hex(violation)).isEqualTo("0000057fc000000c000028af");
    }

    @Test
    void a_missing_avp_of_32_bits_is_exemplified_by_zero() {
        var violation = violation(request(
                S6a.ULR,
                w -> w.add(Base.AUTH_SESSION_STATE, 1)
                        .add(Base.ORIGIN_HOST, "mme.example.org")
                        .add(Base.ORIGIN_REALM, "example.org")
                        .add(Base.DESTINATION_REALM, "example.org")
                        .add(Base.USER_NAME, "001010000000001")
                        .add(S6a.ULR_FLAGS, 2)
                        .add(S6a.VISITED_PLMN_ID, PLMN)));
        assertThat(violation.resultCode()).isEqualTo(ResultCode.MISSING_AVP);
        assertThat(hex(violation)).isEqualTo("00000408c0000010000028af00000000");
    }

    @Test
    void a_missing_member_is_reported_inside_its_group() {
        var violation = violation(air(w -> w.add(S6a.VISITED_PLMN_ID, PLMN)
                .begin(Base.VENDOR_SPECIFIC_APPLICATION_ID)
                .add(Base.AUTH_APPLICATION_ID, 16_777_251)
                .end()));
        assertThat(violation.resultCode()).isEqualTo(ResultCode.MISSING_AVP);
        assertThat(hex(violation)).isEqualTo("00000104400000140000010a4000000c00000000");
    }

    @Test
    void the_first_avp_too_many_is_5009_and_copied() {
        var violation =
                violation(air(w -> w.add(S6a.VISITED_PLMN_ID, PLMN).add(S6a.VISITED_PLMN_ID, new byte[] {1, 2, 3})));
        assertThat(violation.resultCode()).isEqualTo(ResultCode.AVP_OCCURS_TOO_MANY_TIMES);
        assertThat(hex(violation)).isEqualTo("0000057fc000000f000028af01020300");
    }

    @Test
    void an_unknown_avp_with_the_m_bit_is_5001_and_without_it_nothing() {
        var mandatory = HexFormat.of().parseHex("0000270f4000000c01020304");
        var optional = HexFormat.of().parseHex("0000270f0000000c01020304");
        var violation = violation(air(w -> w.add(S6a.VISITED_PLMN_ID, PLMN).raw(mandatory, 0, mandatory.length)));
        assertThat(violation.resultCode()).isEqualTo(ResultCode.AVP_UNSUPPORTED);
        assertThat(hex(violation)).isEqualTo("0000270f4000000c01020304");
        assertThat(validate(air(w -> w.add(S6a.VISITED_PLMN_ID, PLMN).raw(optional, 0, optional.length))))
                .isEqualTo(Verdict.Valid.VALID);
    }

    @Test
    void a_known_avp_outside_the_grammar_is_let_pass_even_with_the_m_bit() {
        assertThat(validate(air(w -> w.add(S6a.VISITED_PLMN_ID, PLMN).add(Base.AUTHORIZATION_LIFETIME, 3600))))
                .isEqualTo(Verdict.Valid.VALID);
    }

    @Test
    void a_value_of_wrong_length_is_5014_with_header_and_least_value() {
        var tooShort = HexFormat.of().parseHex("0000011540000009aa000000");
        var violation = violation(request(S6a.AIR, w -> w.raw(tooShort, 0, tooShort.length)));
        assertThat(violation.resultCode()).isEqualTo(ResultCode.INVALID_AVP_LENGTH);
        assertThat(hex(violation)).isEqualTo("000001154000000c00000000");
    }

    @Test
    void an_avp_reaching_out_of_its_group_is_5014_inside_the_group() {
        var group = HexFormat.of().parseHex("00000580c0000018000028af00000582c00000ff000028af");
        var violation = violation(air(w -> w.add(S6a.VISITED_PLMN_ID, PLMN).raw(group, 0, group.length)));
        assertThat(violation.resultCode()).isEqualTo(ResultCode.INVALID_AVP_LENGTH);
        assertThat(hex(violation)).isEqualTo("00000580c000001c000028af00000582c0000010000028af00000000");
    }

    @Test
    void an_undefined_enumerated_value_is_5004() {
        var violation = violation(request(S6a.AIR, w -> w.add(Base.AUTH_SESSION_STATE, 7)));
        assertThat(violation.resultCode()).isEqualTo(ResultCode.INVALID_AVP_VALUE);
        assertThat(hex(violation)).isEqualTo("000001154000000c00000007");
    }

    @Test
    void a_value_of_an_open_enumeration_is_let_pass() {
        assertThat(validate(request(
                        S6a.ULR,
                        w -> w.add(Base.AUTH_SESSION_STATE, 1)
                                .add(Base.ORIGIN_HOST, "mme.example.org")
                                .add(Base.ORIGIN_REALM, "example.org")
                                .add(Base.DESTINATION_REALM, "example.org")
                                .add(Base.USER_NAME, "001010000000001")
                                .add(Gx.RAT_TYPE, 1999)
                                .add(S6a.ULR_FLAGS, 2)
                                .add(S6a.VISITED_PLMN_ID, PLMN))))
                .isEqualTo(Verdict.Valid.VALID);
    }

    @Test
    void text_that_is_no_utf8_is_5004() {
        var violation = violation(air(w ->
                w.add(S6a.VISITED_PLMN_ID, PLMN).add(Base.ERROR_MESSAGE, new byte[] {(byte) 0xC0, 1})));
        assertThat(violation.resultCode()).isEqualTo(ResultCode.INVALID_AVP_VALUE);
    }

    @Test
    void a_vendor_avp_without_its_vendor_is_3009() {
        var noVendor = HexFormat.of().parseHex("0000057f4000000b00f11000");
        var violation = violation(air(w -> w.raw(noVendor, 0, noVendor.length)));
        assertThat(violation.resultCode()).isEqualTo(ResultCode.INVALID_AVP_BITS);
        assertThat(hex(violation)).isEqualTo("0000057f4000000b00f11000");
    }

    @Test
    void a_request_with_the_e_bit_is_3008() {
        writer.start(Header.REQUEST | Header.ERROR, S6a.AIR.code(), S6a.AIR.applicationId(), 1, 1);
        assertThat(violation(finished()).resultCode()).isEqualTo(ResultCode.INVALID_HDR_BITS);
    }

    @Test
    void an_answer_with_the_t_bit_is_3008() {
        writer.start(Header.RETRANSMITTED, S6a.AIR.code(), S6a.AIR.applicationId(), 1, 1);
        assertThat(violation(finished()).resultCode()).isEqualTo(ResultCode.INVALID_HDR_BITS);
    }

    @Test
    void an_unknown_application_is_3007_and_an_unknown_command_3001() {
        writer.start(Header.REQUEST, S6a.AIR.code(), 4711, 1, 1);
        assertThat(violation(finished()).resultCode()).isEqualTo(ResultCode.APPLICATION_UNSUPPORTED);
        writer.start(Header.REQUEST, 9999, S13.APPLICATION.id(), 1, 1);
        assertThat(violation(finished()).resultCode()).isEqualTo(ResultCode.COMMAND_UNSUPPORTED);
    }

    @Test
    void an_answer_with_the_e_bit_need_not_have_what_the_grammar_requires() {
        writer.start(Header.ERROR, S6a.AIR.code(), S6a.AIR.applicationId(), 1, 1)
                .add(Base.RESULT_CODE, 3002);
        assertThat(validate(finished())).isEqualTo(Verdict.Valid.VALID);
    }

    @Test
    void nesting_beyond_the_limit_is_5012() {
        var shallow = new GrammarValidator(new Limits(65_536, 1024, 1));
        var message = air(w -> w.add(S6a.VISITED_PLMN_ID, PLMN)
                .begin(S6a.REQUESTED_EUTRAN_AUTHENTICATION_INFO)
                .add(S6a.NUMBER_OF_REQUESTED_VECTORS, 1)
                .end());
        assertThat(((Violation) shallow.validate(message)).resultCode()).isEqualTo(ResultCode.UNABLE_TO_COMPLY);
    }

    @Test
    void members_count_towards_the_avp_limit() {
        var few = new GrammarValidator(new Limits(65_536, 8, 4));
        var message = air(w -> w.add(S6a.VISITED_PLMN_ID, PLMN)
                .begin(S6a.REQUESTED_EUTRAN_AUTHENTICATION_INFO)
                .add(S6a.NUMBER_OF_REQUESTED_VECTORS, 1)
                .end());
        assertThat(((Violation) few.validate(message)).resultCode()).isEqualTo(ResultCode.UNABLE_TO_COMPLY);
    }

    @Test
    void what_is_in_proxy_info_is_nobody_elses_business() {
        var unknown = HexFormat.of().parseHex("0000270f4000000c01020304");
        assertThat(validate(air(w -> w.add(S6a.VISITED_PLMN_ID, PLMN)
                        .begin(Base.PROXY_INFO)
                        .raw(unknown, 0, unknown.length)
                        .end())))
                .isEqualTo(Verdict.Valid.VALID);
    }

    @Test
    void a_violation_answers_with_its_code_and_failed_avp() {
        var request = air(w -> {});
        var violation = violation(request);
        int length = violation.answer(new Answers("hss.example.org", "example.org"), writer, request);
        var answer = (Message) Message.parse(buffer.array(), writer.messageOffset(), length);
        assertThat(answer.isError()).isFalse();
        assertThat(answer.unsigned32(Base.RESULT_CODE, 0)).isEqualTo(5005);
        assertThat(answer.find(Base.FAILED_AVP).has(S6a.VISITED_PLMN_ID)).isTrue();
        assertThat(answer.text(Base.ERROR_MESSAGE)).isEqualTo("Visited-PLMN-Id is missing");
        assertThat(validator.validate(answer)).isEqualTo(Verdict.Valid.VALID);
    }

    private Message air(Consumer<MessageWriter> more) {
        return request(S6a.AIR, w -> {
            w.add(Base.AUTH_SESSION_STATE, 1)
                    .add(Base.ORIGIN_HOST, "mme.example.org")
                    .add(Base.ORIGIN_REALM, "example.org")
                    .add(Base.DESTINATION_REALM, "example.org")
                    .add(Base.USER_NAME, "001010000000001");
            more.accept(w);
        });
    }

    private Message request(CommandDefinition command, Consumer<MessageWriter> content) {
        writer.startRequest(command, 1, 2).add(Base.SESSION_ID, "mme.example.org;1;2");
        content.accept(writer);
        return finished();
    }

    private Message finished() {
        int length = writer.finish();
        return (Message) Message.parse(buffer.array(), writer.messageOffset(), length);
    }

    private Verdict validate(Message message) {
        return validator.validate(message);
    }

    private Violation violation(Message message) {
        return (Violation) validate(message);
    }

    private static String hex(Violation violation) {
        return HexFormat.of().formatHex(violation.failedAvp());
    }
}
