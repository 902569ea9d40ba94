// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.dump;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.Ietf;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.dictionary.S6aFlags;
import org.jhss.diameter.dictionary.Sh;
import org.jhss.diameter.message.DiameterBuffer;
import org.jhss.diameter.message.Limits;
import org.jhss.diameter.message.MessageWriter;
import org.junit.jupiter.api.Test;

class MessageDumpTest {

    private static final MessageDump OPEN = new MessageDump(Limits.DEFAULT, false);
    private static final MessageDump REDACTED = new MessageDump(Limits.DEFAULT, true);

    private final DiameterBuffer buffer = new DiameterBuffer();
    private final MessageWriter writer = new MessageWriter(buffer);

    @Test
    void a_message_is_shown_by_names() {
        writer.start(0x40, 318, 16_777_251, 0x11223344, 0xCAFEBABE)
                .add(Base.SESSION_ID, "mme;1;\"2\"")
                .add(Base.AUTH_SESSION_STATE, 1)
                .add(Base.RESULT_CODE, 2001)
                .add(S6a.VISITED_PLMN_ID, new byte[] {0, (byte) 0xF1, 0x10})
                .add(Sh.MSISDN, new byte[] {(byte) 0x94, 0x71, (byte) 0xF0})
                .add(Ietf.FRAMED_IP_ADDRESS, new byte[] {10, 0, 0, (byte) 200})
                .begin(S6a.AUTHENTICATION_INFO)
                .begin(S6a.E_UTRAN_VECTOR)
                .add(S6a.XRES, new byte[] {1, 2, 3, 4, 5, 6, 7, 8})
                .end()
                .end()
                .raw(HexFormat.of().parseHex("0000270f4000000c01020304"), 0, 12);

        assertThat(dump(OPEN)).isEqualTo("""
                Authentication-Information-Answer (AIA) command 318, application S6a (16777251), flags -P--, \
                hop-by-hop 0x11223344, end-to-end 0xcafebabe, 164 octets
                  Session-Id (263) -M "mme;1;\\"2\\""
                  Auth-Session-State (277) -M NO_STATE_MAINTAINED (1)
                  Result-Code (268) -M DIAMETER_SUCCESS (2001)
                  Visited-PLMN-Id (10415:1407) VM 001-01 (00f110)
                  MSISDN (10415:701) VM 49170 (9471f0)
                  Framed-IP-Address (8) -M 10.0.0.200
                  Authentication-Info (10415:1413) VM
                    E-UTRAN-Vector (10415:1414) VM
                      XRES (10415:1448) VM 0102030405060708
                  unknown AVP (9999) -M 01020304
                """);
        assertThat(dump(REDACTED))
                .contains("XRES (10415:1448) VM (8 secret octets)")
                .doesNotContain("0102030405060708");
    }

    @Test
    void a_bit_mask_is_shown_by_the_names_of_its_bits() {
        writer.start(0x80, 316, 16_777_251, 1, 1)
                .add(S6a.ULR_FLAGS, S6aFlags.Ulr.S6A_S6D_INDICATOR | S6aFlags.Ulr.INITIAL_ATTACH_INDICATOR | 1 << 31);
        assertThat(dump(OPEN)).contains("S6a/S6d-Indicator, Initial-Attach-Indicator, bit 31 (2147483682)");
    }

    @Test
    void malformed_octets_are_shown_up_to_the_fault() {
        var octets = HexFormat.of()
                .parseHex("0100002cc000013e010000230000000100000002" + "000001074000000c61626364"
                        + "0000010840000fff61626364");
        assertThat(OPEN.dump(octets, 0, octets.length))
                .contains("Session-Id (263) -M \"abcd\"")
                .contains("!! an AVP reaches past the end of what holds it (DIAMETER_INVALID_AVP_LENGTH)")
                .contains("at AVP header 00000108");
    }

    @Test
    void a_malformed_group_is_shown_up_to_its_fault() {
        writer.start(0x80, 318, 16_777_251, 1, 1)
                .begin(S6a.REQUESTED_EUTRAN_AUTHENTICATION_INFO)
                .raw(new byte[] {1, 2, 3, 4}, 0, 4)
                .end()
                .add(Base.USER_NAME, "1");
        assertThat(dump(OPEN)).contains("!! an AVP header is cut off").contains("User-Name (1) -M \"1\"");
    }

    @Test
    void octets_without_a_header_are_shown_as_they_are() {
        assertThat(OPEN.dump(new byte[] {1, 2, 3}, 0, 3))
                .contains("fewer than 20 octets")
                .contains("010203");
    }

    @Test
    void no_peer_writes_lines_of_its_own() {
        writer.start(0x80, 318, 16_777_251, 1, 1).add(Base.ERROR_MESSAGE, "a\n  Result-Code (268) -M 2001\u2028");
        assertThat(dump(OPEN).lines()).hasSize(2);
    }

    @Test
    void nesting_ends_at_the_limit() {
        writer.start(0x80, 318, 16_777_251, 1, 1);
        for (int i = 0; i < 100; i++) {
            writer.begin(Base.FAILED_AVP);
        }
        for (int i = 0; i < 100; i++) {
            writer.end();
        }
        assertThat(dump(OPEN)).contains("nested deeper than the limit");
    }

    private String dump(MessageDump dump) {
        int length = writer.finish();
        return dump.dump(buffer.array(), writer.messageOffset(), length);
    }
}
