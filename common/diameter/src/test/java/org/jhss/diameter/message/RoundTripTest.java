// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RoundTripTest {

    @Property
    void what_is_written_is_read(@ForAll long seed) {
        var expected = new RandomMessage(new Random(seed));
        var buffer = new DiameterBuffer(32);
        int length = expected.write(new MessageWriter(buffer));

        assertThat(length % 4).isZero();
        var message = (Message) Message.parse(buffer.array(), 0, length);
        assertThat(message.hopByHop()).isEqualTo(expected.hopByHop);
        assertThat(message.endToEnd()).isEqualTo(expected.endToEnd);
        assertSame(message.iterator(), expected.avps);
    }

    @Property
    void messages_appended_to_one_buffer_do_not_touch_each_other(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int count) {
        var random = new Random(seed);
        var buffer = new DiameterBuffer(32);
        var writer = new MessageWriter(buffer);
        var messages = java.util.stream.Stream.generate(() -> new RandomMessage(random))
                .limit(count)
                .toList();
        messages.forEach(message -> message.write(writer));

        int at = 0;
        var reader = new MessageReader(Limits.DEFAULT);
        for (var expected : messages) {
            int length = Header.messageLength(buffer.array(), at);
            assertSame(((Message) reader.read(buffer.array(), at, length)).iterator(), expected.avps);
            at += length;
        }
        assertThat(at).isEqualTo(buffer.length());
    }

    @Property
    void copied_avps_are_equal_to_the_octet(@ForAll long seed) {
        var buffer = new DiameterBuffer();
        var expected = new RandomMessage(new Random(seed));
        int length = expected.write(new MessageWriter(buffer));
        var message = (Message) Message.parse(buffer.array(), 0, length);

        var copy = new MessageWriter(new DiameterBuffer())
                .start(
                        message.flags(),
                        message.commandCode(),
                        message.applicationId(),
                        message.hopByHop(),
                        message.endToEnd());
        message.forEach(copy::copy);
        int copied = copy.finish();

        assertThat(copy.buffer().copy(0, copied)).isEqualTo(message.toOctets());
    }

    @Property
    void every_avp_is_found_among_those_of_its_definition(@ForAll long seed) {
        var buffer = new DiameterBuffer();
        var expected = new RandomMessage(new Random(seed));
        int length = expected.write(new MessageWriter(buffer));
        var message = (Message) Message.parse(buffer.array(), 0, length);

        for (var node : expected.avps) {
            long count = expected.avps.stream()
                    .filter(other -> other.definition() == node.definition())
                    .count();
            assertThat(message.has(node.definition())).isTrue();
            assertThat(message.all(node.definition())).hasSize((int) count);
        }
    }

    private static void assertSame(Iterator<Avp> actual, List<RandomMessage.Node> expected) {
        for (var node : expected) {
            var avp = actual.next();
            assertThat(avp.definition()).contains(node.definition());
            assertThat(avp.isMandatory())
                    .isEqualTo(node.definition().mandatory().isSetWhenWritten());
            if (node.isGroup()) {
                assertSame(avp.iterator(), node.members());
            } else {
                assertThat(avp.octets()).isEqualTo(node.value());
            }
        }
        assertThat(actual).isExhausted();
    }
}
