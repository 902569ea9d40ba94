// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.framing;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FramerTest {

    static final int LIMIT = 4096;

    /** Keeps what is cut, and asks for a pause after each of some messages. */
    private static final class Collector implements MessageSink {
        private final List<byte[]> messages = new ArrayList<>();
        private @Nullable FramingError error;
        private @Nullable Framer framer;
        private boolean wholeHeader;
        private int pauseAfterEach;

        @Override
        public void message(ByteBuf buffer, int at, int length) {
            byte[] octets = new byte[length];
            buffer.getBytes(at, octets);
            messages.add(octets);
            if (pauseAfterEach > 0 && messages.size() % pauseAfterEach == 0 && framer != null) {
                framer.pause();
            }
        }

        @Override
        public void unframeable(FramingError why, ByteBuf buffer, int at, boolean whole) {
            error = why;
            wholeHeader = whole;
        }
    }

    private final Collector collector = new Collector();
    private final Framer framer = framer(collector);

    private static Framer framer(Collector collector) {
        var framer = new Framer(UnpooledByteBufAllocator.DEFAULT, LIMIT, collector);
        collector.framer = framer;
        return framer;
    }

    private static byte[] message(int length, int filling) {
        byte[] octets = new byte[length];
        Arrays.fill(octets, (byte) filling);
        octets[0] = 1;
        octets[1] = (byte) (length >> 16);
        octets[2] = (byte) (length >> 8);
        octets[3] = (byte) length;
        return octets;
    }

    @Property(tries = 300)
    void anySplitOfAStreamGivesTheSameMessages(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 20, max = LIMIT) Integer> lengths,
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 3000) Integer> reads,
            @ForAll @IntRange(min = 0, max = 3) int pauseAfterEach) {
        var sink = new Collector();
        sink.pauseAfterEach = pauseAfterEach;
        var cutter = framer(sink);
        var sent = new ArrayList<byte[]>();
        var stream = new ByteArrayOutputStream();
        for (int i = 0; i < lengths.size(); i++) {
            byte[] message = message(lengths.get(i), i);
            sent.add(message);
            stream.writeBytes(message);
        }
        byte[] all = stream.toByteArray();
        var buffers = new ArrayList<ByteBuf>();
        for (int at = 0, i = 0; at < all.length; i++) {
            int length = Math.min(reads.get(i % reads.size()), all.length - at);
            var buffer = Unpooled.copiedBuffer(all, at, length);
            buffers.add(buffer);
            cutter.read(buffer);
            at += length;
        }
        for (int i = 0; i <= lengths.size(); i++) {
            cutter.resume();
        }
        assertThat(sink.error).isNull();
        assertThat(sink.messages).containsExactlyElementsOf(sent);
        assertThat(buffers).allMatch(buffer -> buffer.refCnt() == 0);
        assertThat(cutter.isMidMessage()).isFalse();
    }

    @ParameterizedTest(name = "version {0}, length {1}: {2}")
    @CsvSource({
        "2, 20, UNSUPPORTED_VERSION",
        "0, 20, UNSUPPORTED_VERSION",
        "1, 19, LENGTH_TOO_SHORT",
        "1, 0, LENGTH_TOO_SHORT",
        "1, 4097, LENGTH_TOO_LONG",
        "1, 16777215, LENGTH_TOO_LONG"
    })
    void streamThatCannotBeCutIsGivenUpWithTheReason(int version, int length, FramingError error) {
        byte[] octets = message(20, 7);
        octets[0] = (byte) version;
        octets[1] = (byte) (length >> 16);
        octets[2] = (byte) (length >> 8);
        octets[3] = (byte) length;
        framer.read(Unpooled.copiedBuffer(octets));
        assertThat(collector.error).isEqualTo(error);
        assertThat(collector.wholeHeader).isTrue();
        framer.read(Unpooled.copiedBuffer(message(20, 1)));
        assertThat(collector.messages).isEmpty();
    }

    @Test
    void lengthIsCheckedWhenTheHeaderComesInTwoReads() {
        byte[] octets = message(LIMIT + 4, 7);
        framer.read(Unpooled.copiedBuffer(octets, 0, 3));
        framer.read(Unpooled.copiedBuffer(octets, 3, 30));
        assertThat(collector.error).isEqualTo(FramingError.LENGTH_TOO_LONG);
    }

    @Test
    void firstOctetThatIsNoVersionIsEnough() {
        framer.read(Unpooled.copiedBuffer(new byte[] {'G', 'E', 'T'}));
        assertThat(collector.error).isEqualTo(FramingError.UNSUPPORTED_VERSION);
        assertThat(collector.wholeHeader).isFalse();
    }

    @Test
    void beginningOfAMessageIsKnownToBeOne() {
        framer.read(Unpooled.copiedBuffer(message(100, 1), 0, 50));
        assertThat(framer.isMidMessage()).isTrue();
        framer.read(Unpooled.copiedBuffer(message(100, 1), 50, 50));
        assertThat(framer.isMidMessage()).isFalse();
        assertThat(collector.messages).hasSize(1);
    }

    @Test
    void closedFramerKeepsNothing() {
        var part = Unpooled.copiedBuffer(message(100, 1), 0, 50);
        framer.read(part);
        framer.close();
        var rest = Unpooled.copiedBuffer(message(100, 1), 50, 50);
        framer.read(rest);
        assertThat(part.refCnt()).isZero();
        assertThat(rest.refCnt()).isZero();
        assertThat(collector.messages).isEmpty();
    }

    @Test
    void recordInPiecesIsPutTogetherAndItsEndIsNoFault() {
        byte[] message = message(200, 7);
        framer.read(Unpooled.copiedBuffer(message, 0, 60));
        framer.read(Unpooled.copiedBuffer(message, 60, 140));
        framer.endOfRecord();
        assertThat(collector.messages).containsExactly(message);
        assertThat(collector.error).isNull();
    }

    @Test
    void messageThatItsRecordCutsShortIsTruncatedAndTheLast() {
        framer.read(Unpooled.copiedBuffer(message(200, 7), 0, 199));
        framer.endOfRecord();
        assertThat(collector.error).isEqualTo(FramingError.TRUNCATED);
        assertThat(collector.wholeHeader).isTrue();
        framer.read(Unpooled.copiedBuffer(message(100, 1)));
        framer.endOfRecord();
        assertThat(collector.messages).isEmpty();
    }

    @Test
    void recordThatEndsWhilePausedIsLookedAtAfterwards() {
        byte[] message = message(100, 3);
        collector.pauseAfterEach = 1;
        framer.read(Unpooled.copiedBuffer(message));
        framer.endOfRecord();
        framer.read(Unpooled.copiedBuffer(message, 0, 50));
        framer.endOfRecord();
        assertThat(collector.messages).containsExactly(message);
        assertThat(collector.error).isNull();
        framer.resume();
        assertThat(collector.error).isEqualTo(FramingError.TRUNCATED);
    }
}
