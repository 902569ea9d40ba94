// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jhss.diameter.dictionary.AvpDefinition;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.Charging;
import org.jhss.diameter.dictionary.Ietf;
import org.jhss.diameter.dictionary.S6a;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTypesTest {

    @Test
    void unsigned32_spans_its_range() {
        assertThat(written(w -> w.add(Base.RESULT_CODE, 4_294_967_295L)).unsigned32())
                .isEqualTo(4_294_967_295L);
        assertThat(written(w -> w.add(Base.RESULT_CODE, -1)).unsigned32()).isEqualTo(4_294_967_295L);
        assertThatThrownBy(() -> written(w -> w.add(Base.RESULT_CODE, 4_294_967_296L)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> written(w -> w.add(Base.RESULT_CODE, -1L)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void integer32_and_64_keep_their_sign() {
        assertThat(written(w -> w.add(S6a.EVENT_THRESHOLD_EVENT_1F, -95)).integer32())
                .isEqualTo(-95);
        assertThat(written(w -> w.add(S6a.EVENT_THRESHOLD_EVENT_1F, -95L)).integer32())
                .isEqualTo(-95);
        assertThat(written(w -> w.add(Ietf.OC_SEQUENCE_NUMBER, Long.MIN_VALUE)).integer64())
                .isEqualTo(Long.MIN_VALUE);
        assertThat(written(w -> w.add(Ietf.OC_SEQUENCE_NUMBER, -1)).integer64()).isEqualTo(4_294_967_295L);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,   00017f000001",
        "2001:db8::1, 000220010db8000000000000000000000001",
    })
    void an_address_has_its_family_before_it(String text, String hex) throws Exception {
        var address = InetAddress.getByName(text);
        var avp = written(w -> w.add(Base.HOST_IP_ADDRESS, address));
        assertThat(HexFormat.of().formatHex(avp.octets())).isEqualTo(hex);
        assertThat(avp.address()).contains(address);
    }

    @ParameterizedTest
    @CsvSource({"0001", "00017f0000", "000220010db8", "00007f000001", "ffff00"})
    void octets_that_are_no_address_are_refused(String hex) {
        var octets = HexFormat.of().parseHex(hex);
        assertThat(ValueRules.check(Base.HOST_IP_ADDRESS, octets, 0, octets.length))
                .isEqualTo(Fault.AVP_VALUE);
        assertThat(written(w -> w.add(Base.HOST_IP_ADDRESS, octets)).address()).isEmpty();
    }

    @Test
    void an_address_of_another_family_is_one_but_no_ip_address() {
        var e164 = HexFormat.of().parseHex("0008313233");
        assertThat(ValueRules.check(Charging.PDP_ADDRESS, e164, 0, e164.length)).isNull();
        assertThat(written(w -> w.add(Charging.PDP_ADDRESS, e164)).address()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // RFC 5905 figure 4 and RFC 4330 3: the era changes on 2036-02-07 at 06:28:16.
        "1970-01-01T00:00:00Z, 83aa7e80",
        "2000-01-01T00:00:00Z, bc17c200",
        "2036-02-07T06:28:15Z, ffffffff",
        "2036-02-07T06:28:16Z, 00000000",
        "2100-01-01T00:00:00Z, 7830d580",
    })
    void time_goes_on_after_2036(Instant time, String hex) {
        var avp = written(w -> w.add(Base.EVENT_TIMESTAMP, time));
        assertThat(HexFormat.of().formatHex(avp.octets())).isEqualTo(hex);
        assertThat(avp.time()).contains(time);
    }

    @Test
    void time_outside_both_eras_is_refused() {
        assertThatThrownBy(() -> written(w -> w.add(Base.EVENT_TIMESTAMP, Instant.parse("1950-01-01T00:00:00Z"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "c3a4,       true",
        "e282ac,     true",
        "f09f9880,   true",
        "f48fbfbf,   true",
        "c080,       false",
        "e08080,     false",
        "eda080,     false",
        "f4908080,   false",
        "f0808080,   false",
        "80,         false",
        "c3,         false",
        "e282,       false",
        "ff,         false",
    })
    void utf8_is_checked_strictly(String hex, boolean valid) {
        var octets = HexFormat.of().parseHex(hex);
        assertThat(Utf8.isValid(octets, 0, octets.length)).isEqualTo(valid);
    }

    @Property
    void utf8_is_what_the_jdk_decodes(@ForAll byte[] octets) {
        boolean expected =
                Arrays.equals(new String(octets, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8), octets);
        assertThat(Utf8.isValid(octets, 0, octets.length)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"aaa://host.example.org:3868, true", "aaas://host, true", "http://host, false", "aaa://, false"})
    void a_diameter_uri_has_its_scheme(String uri, boolean valid) {
        var octets = uri.getBytes(StandardCharsets.US_ASCII);
        assertThat(ValueRules.check(Base.REDIRECT_HOST, octets, 0, octets.length) == null)
                .isEqualTo(valid);
    }

    @Test
    void an_identity_is_visible_ascii() {
        assertThat(check(Base.ORIGIN_HOST, "mme.example.org")).isNull();
        assertThat(check(Base.ORIGIN_HOST, "mme example")).isEqualTo(Fault.AVP_VALUE);
        assertThat(check(Base.ORIGIN_HOST, "mme\0")).isEqualTo(Fault.AVP_VALUE);
        assertThat(check(Base.ORIGIN_HOST, "")).isEqualTo(Fault.AVP_VALUE_LENGTH);
    }

    @Test
    void text_may_be_of_any_script_and_is_padded_with_zeros() {
        var avp = written(w -> w.add(Base.ERROR_MESSAGE, "größer"));
        assertThat(avp.text()).isEqualTo("größer");
        assertThat(avp.valueLength()).isEqualTo(8);
        assertThat(written(w -> w.add(Base.ERROR_MESSAGE, "a")).length()).isEqualTo(9);
    }

    @Test
    void an_absent_avp_is_empty() {
        assertThat(Avp.ABSENT.isPresent()).isFalse();
        assertThat(Avp.ABSENT.text()).isEmpty();
        assertThat(Avp.ABSENT.octets()).isEmpty();
        assertThat(Avp.ABSENT.unsigned32()).isZero();
        assertThat(Avp.ABSENT.integer64()).isZero();
        assertThat(Avp.ABSENT.address()).isEmpty();
        assertThat(Avp.ABSENT.time()).isEmpty();
        assertThat(Avp.ABSENT).isEmpty();
        assertThat(Avp.ABSENT.find(Base.USER_NAME)).isSameAs(Avp.ABSENT);
        assertThat(Avp.ABSENT.definition()).isEmpty();
    }

    @Test
    void a_getter_refuses_a_value_of_another_length() {
        var avp = written(w -> w.add(S6a.PDP_TYPE, new byte[] {1, 2, 3}));
        assertThatThrownBy(avp::unsigned32).isInstanceOf(MalformedValueException.class);
        assertThatThrownBy(avp::integer64).isInstanceOf(MalformedValueException.class);
    }

    @Test
    void a_writer_refuses_a_value_of_another_type() {
        assertThatThrownBy(() -> written(w -> w.add(Base.USER_NAME, 1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> written(w -> w.add(Base.RESULT_CODE, "1")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> written(w -> w.add(Base.ORIGIN_HOST, "")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> written(w -> w.add(Base.RESULT_CODE, new byte[3])))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> written(w -> w.begin(Base.USER_NAME))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> written(w -> w.begin(Base.PROXY_INFO))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_abandoned_message_leaves_no_trace() {
        var buffer = new DiameterBuffer();
        var writer = new MessageWriter(buffer);
        writer.startRequest(S6a.AIR, 1, 1).add(Base.USER_NAME, "1");
        int length = writer.finish();
        writer.startRequest(S6a.AIR, 2, 2).begin(Base.PROXY_INFO);
        writer.abandon();
        assertThat(buffer.length()).isEqualTo(length);
        assertThatThrownBy(() -> writer.add(Base.USER_NAME, "1")).isInstanceOf(IllegalStateException.class);
    }

    private static Fault check(AvpDefinition definition, String value) {
        var octets = value.getBytes(StandardCharsets.US_ASCII);
        return ValueRules.check(definition, octets, 0, octets.length);
    }

    private static Avp written(Consumer<MessageWriter> content) {
        var buffer = new DiameterBuffer();
        var writer = new MessageWriter(buffer).startRequest(S6a.AIR, 1, 1);
        content.accept(writer);
        int length = writer.finish();
        return ((Message) Message.parse(buffer.array(), 0, length)).avpAt(0);
    }
}
