// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jhss.platform.bus.frame.FrameResult.Corrupt;
import org.jhss.platform.bus.frame.FrameResult.Messages;
import org.jhss.platform.bus.frame.FrameResult.Reason;
import org.junit.jupiter.api.Test;

class FrameTest {

    private static final Envelope ENVELOPE = Envelope.requestIn(1, 2, 3, 4, "mme", "reply");

    record Sent(Envelope envelope, List<Byte> payload) {
        byte[] octets() {
            byte[] octets = new byte[payload.size()];
            for (int i = 0; i < octets.length; i++) {
                octets[i] = payload.get(i);
            }
            return octets;
        }
    }

    @Property
    void whatIsWrittenIsRead(@ForAll("messages") List<Sent> sent) {
        var writer = new FrameWriter(64);
        for (var message : sent) {
            byte[] octets = message.octets();
            writer.add(message.envelope(), octets, 0, octets.length);
        }
        var frame = writer.toFrame();
        assertThat(frame.messages()).isEqualTo(sent.size());
        var read = messages(frame.octets());
        assertThat(read.stream()
                        .map(message -> new Sent(message.envelope(), boxed(message.payload())))
                        .toList())
                .isEqualTo(sent);
    }

    @Property
    void damagedFramesAreNamedAndNeverBreakTheReader(@ForAll("messages") List<Sent> sent, @ForAll long seed) {
        byte[] octets = frame(sent).octets();
        var damaged = Arrays.copyOf(octets, octets.length);
        var choice = new SplittableRandom(seed);
        for (int i = 0; i < 1 + choice.nextInt(4); i++) {
            damaged[choice.nextInt(damaged.length)] = (byte) choice.nextInt();
        }
        assertSlicesInside(FrameReader.read(damaged), damaged.length);
    }

    @Property
    void anyOctetsGiveAResult(@ForAll byte[] octets) {
        assertSlicesInside(FrameReader.read(octets), octets.length);
    }

    @Property
    void cutFramesAreCorrupt(@ForAll("messages") List<Sent> sent, @ForAll long seed) {
        byte[] octets = frame(sent).octets();
        int length = new SplittableRandom(seed).nextInt(octets.length);
        assertThat(FrameReader.read(Arrays.copyOf(octets, length))).isInstanceOf(Corrupt.class);
    }

    @Test
    void eachKindOfDamageHasItsName() {
        byte[] sound = Frame.of(ENVELOPE, new byte[] {9}).octets();
        int message = FrameFormat.HEADER_LENGTH;
        assertThat(reason(new byte[0])).isEqualTo(Reason.TOO_SHORT);
        assertThat(reason(with(sound, 0, 0))).isEqualTo(Reason.WRONG_MAGIC);
        assertThat(reason(with(sound, 2, 2))).isEqualTo(Reason.UNKNOWN_VERSION);
        assertThat(reason(with(sound, 3, 1))).isEqualTo(Reason.RESERVED_NOT_ZERO);
        assertThat(reason(with(sound, FrameFormat.COUNT_AT, 0x7F))).isEqualTo(Reason.WRONG_COUNT);
        assertThat(reason(with(sound, FrameFormat.COUNT_AT, 0x80))).isEqualTo(Reason.WRONG_COUNT);
        assertThat(reason(with(sound, message, 0))).isEqualTo(Reason.UNKNOWN_KIND);
        assertThat(reason(with(sound, message, 99))).isEqualTo(Reason.UNKNOWN_KIND);
        assertThat(reason(with(sound, message, 0x80))).isEqualTo(Reason.UNKNOWN_KIND);
        assertThat(reason(with(sound, message + FrameFormat.STATUS_AT, 99))).isEqualTo(Reason.UNKNOWN_STATUS);
        assertThat(reason(with(sound, message + FrameFormat.RESERVED_AT, 1))).isEqualTo(Reason.RESERVED_NOT_ZERO);
        assertThat(reason(with(sound, message + FrameFormat.PEER_LENGTH_AT, 0xFF)))
                .isEqualTo(Reason.LENGTH_PAST_END);
        assertThat(reason(with(sound, message + FrameFormat.PAYLOAD_LENGTH_AT, 0xFF)))
                .isEqualTo(Reason.LENGTH_PAST_END);
        assertThat(reason(Arrays.copyOf(sound, sound.length + 1))).isEqualTo(Reason.OCTETS_LEFT_OVER);
    }

    @Test
    void payloadMayBeWrittenInPlaceAndTakenBack() {
        var writer = new FrameWriter(64);
        writer.add(ENVELOPE, new byte[] {1}, 0, 1);
        writer.begin(ENVELOPE);
        byte[] buffer = writer.reserve(1000);
        buffer[writer.position()] = 7;
        writer.advance(1);
        writer.abort();
        writer.begin(ENVELOPE);
        buffer = writer.reserve(100_000);
        buffer[writer.position()] = 2;
        buffer[writer.position() + 1] = 3;
        writer.advance(2);
        writer.end();
        var read = messages(writer.toFrame().octets());
        assertThat(read).hasSize(2).extracting(BusMessage::envelope).containsOnly(ENVELOPE);
        assertThat(read.getFirst().payload()).containsExactly(1);
        assertThat(read.getLast().payload()).containsExactly(2, 3);
        assertThat(writer.messages()).isZero();
    }

    @Test
    void writerRefusesMisuse() {
        var writer = new FrameWriter();
        assertThatThrownBy(writer::end).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> writer.advance(1)).isInstanceOf(IllegalStateException.class);
        writer.begin(ENVELOPE);
        assertThatThrownBy(() -> writer.begin(ENVELOPE)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(writer::toFrame).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> writer.advance(Integer.MAX_VALUE)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> writer.reserve(Integer.MAX_VALUE)).isInstanceOf(IllegalArgumentException.class);
        writer.abort();
        var tooLong = Envelope.requestIn(1, 2, 3, 4, "x".repeat(FrameFormat.MAX_STRING_LENGTH + 1), "");
        assertThatThrownBy(() -> writer.begin(tooLong)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void answersKeepWhatTiesThemToTheirRequest() {
        assertThat(ENVELOPE.answer())
                .isEqualTo(new Envelope(MessageKind.ANSWER_OUT, MessageStatus.OK, 1, 2, 3, 4, "mme", ""));
        assertThatThrownBy(ENVELOPE.answer()::answer).isInstanceOf(IllegalStateException.class);
        assertThat(ENVELOPE.expiredAt(3)).isFalse();
        assertThat(ENVELOPE.expiredAt(4)).isTrue();
        assertThat(Envelope.requestIn(1, 2, 3, 0, "", "").expiredAt(Long.MAX_VALUE))
                .isFalse();
    }

    @Provide
    Arbitrary<List<Sent>> messages() {
        var text = Arbitraries.strings().ofMaxLength(40).map(FrameTest::encodable);
        var envelope = Combinators.combine(
                        Arbitraries.of(MessageKind.class),
                        Arbitraries.of(MessageStatus.class),
                        Arbitraries.longs(),
                        Arbitraries.longs(),
                        Arbitraries.longs(),
                        Arbitraries.longs(),
                        Arbitraries.oneOf(Arbitraries.of("mme01.epc", ""), text),
                        Arbitraries.oneOf(Arbitraries.of("{p}:diameter:outbound:d1", ""), text))
                .as(Envelope::new);
        var payload = Arbitraries.bytes().list().ofMaxSize(300);
        return Combinators.combine(envelope, payload)
                .as(Sent::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    /** Lone surrogates have no UTF-8. */
    private static String encodable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static Frame frame(List<Sent> sent) {
        var writer = new FrameWriter();
        sent.forEach(message -> writer.add(
                message.envelope(), message.octets(), 0, message.payload().size()));
        return writer.toFrame();
    }

    private static List<BusMessage> messages(byte[] octets) {
        assertThat(FrameReader.read(octets)).isInstanceOf(Messages.class);
        return ((Messages) FrameReader.read(octets)).messages();
    }

    private static Reason reason(byte[] octets) {
        assertThat(FrameReader.read(octets)).isInstanceOf(Corrupt.class);
        return ((Corrupt) FrameReader.read(octets)).reason();
    }

    private static void assertSlicesInside(FrameResult result, int length) {
        switch (result) {
            case Corrupt corrupt -> assertThat(corrupt.offset()).isBetween(0, length);
            case Messages(var messages) ->
                assertThat(messages).allSatisfy(message -> {
                    assertThat(message.offset()).isNotNegative();
                    assertThat(message.length()).isBetween(0, length - message.offset());
                });
        }
    }

    private static byte[] with(byte[] octets, int at, int value) {
        byte[] changed = octets.clone();
        changed[at] = (byte) value;
        return changed;
    }

    private static List<Byte> boxed(byte[] octets) {
        var list = new ArrayList<Byte>();
        for (byte octet : octets) {
            list.add(octet);
        }
        return list;
    }
}
