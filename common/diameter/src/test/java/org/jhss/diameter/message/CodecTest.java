// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.Ietf;
import org.jhss.diameter.dictionary.S6a;
import org.junit.jupiter.api.Test;

class CodecTest {

    private final DiameterBuffer buffer = new DiameterBuffer(64);
    private final MessageWriter writer = new MessageWriter(buffer);

    @Test
    void a_request_is_read_back_as_it_was_written() {
        writer.startRequest(S6a.AIR, 0x11223344, 0xCAFEBABE)
                .add(Base.SESSION_ID, "mme;1;2")
                .add(Base.AUTH_SESSION_STATE, 1)
                .add(Base.USER_NAME, "001010000000001")
                .begin(S6a.REQUESTED_EUTRAN_AUTHENTICATION_INFO)
                .add(S6a.NUMBER_OF_REQUESTED_VECTORS, 3)
                .add(S6a.IMMEDIATE_RESPONSE_PREFERRED, 1)
                .end()
                .add(S6a.VISITED_PLMN_ID, new byte[] {0, (byte) 0xF1, 0x10});
        int length = writer.finish();

        var message = (Message) Message.parse(buffer.array(), 0, length);

        assertThat(message.isRequest()).isTrue();
        assertThat(message.isProxiable()).isTrue();
        assertThat(message.commandCode()).isEqualTo(318);
        assertThat(message.applicationId()).isEqualTo(16_777_251);
        assertThat(message.hopByHop()).isEqualTo(0x11223344);
        assertThat(message.endToEnd()).isEqualTo(0xCAFEBABE);
        assertThat(message.text(Base.USER_NAME)).isEqualTo("001010000000001");
        assertThat(message.octets(S6a.VISITED_PLMN_ID)).containsExactly(0, 0xF1, 0x10);
        var requested = message.find(S6a.REQUESTED_EUTRAN_AUTHENTICATION_INFO);
        assertThat(requested.unsigned32(S6a.NUMBER_OF_REQUESTED_VECTORS, 1)).isEqualTo(3);
        assertThat(requested.has(S6a.RE_SYNCHRONIZATION_INFO)).isFalse();
        assertThat(message.find(Ietf.DRMP)).isSameAs(Avp.ABSENT);
    }

    @Test
    void an_answer_mirrors_its_request_and_returns_proxy_info_in_order() {
        writer.start(Header.REQUEST | Header.PROXIABLE | Header.RETRANSMITTED, 318, 16_777_251, 7, 9)
                .add(Base.SESSION_ID, "s;1")
                .begin(Base.PROXY_INFO)
                .add(Base.PROXY_HOST, "dra1")
                .add(Base.PROXY_STATE, "a")
                .end()
                .begin(Base.PROXY_INFO)
                .add(Base.PROXY_HOST, "dra2")
                .add(Base.PROXY_STATE, "bcd")
                .end();
        int length = writer.finish();
        var request = (Message) Message.parse(buffer.array(), 0, length);
        var answers = new Answers("hss.example.org", "example.org");

        int answerLength = answers.error(writer, request, ResultCode.UNABLE_TO_COMPLY);
        var answer = (Message) Message.parse(buffer.array(), writer.messageOffset(), answerLength);

        assertThat(writer.messageOffset()).isEqualTo(length);
        assertThat(answer.flags()).isEqualTo(Header.PROXIABLE);
        assertThat(answer.hopByHop()).isEqualTo(7);
        assertThat(answer.endToEnd()).isEqualTo(9);
        assertThat(answer.avpAt(0).is(Base.SESSION_ID)).isTrue();
        assertThat(answer.unsigned32(Base.RESULT_CODE, 0)).isEqualTo(5012);
        assertThat(answer.enumerated(Base.AUTH_SESSION_STATE, 0)).isEqualTo(1);
        assertThat(answer.all(Base.PROXY_INFO))
                .extracting(p -> p.text(Base.PROXY_HOST))
                .containsExactly("dra1", "dra2");
    }
}
