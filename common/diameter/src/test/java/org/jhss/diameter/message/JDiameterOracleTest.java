// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jdiameter.api.AvpDataException;
import org.jdiameter.api.AvpSet;
import org.jdiameter.client.api.IMessage;
import org.jdiameter.client.api.parser.ParseException;
import org.jdiameter.client.impl.parser.MessageParser;
import org.jhss.diameter.dictionary.S6a;

/** The codec against one that we did not write. Only sound messages are shown to it: it loops on an unpadded last AVP. */
class JDiameterOracleTest {

    private final MessageParser oracle = new MessageParser();

    @Property
    void it_reads_what_we_write(@ForAll long seed) throws AvpDataException {
        var expected = new RandomMessage(new Random(seed));
        var buffer = new DiameterBuffer();
        int length = expected.write(new MessageWriter(buffer));

        IMessage message = oracle.createMessage(buffer.copy(0, length));

        assertThat(message.isRequest()).isTrue();
        assertThat(message.isProxiable()).isTrue();
        assertThat(message.getCommandCode()).isEqualTo(S6a.AIR.code());
        assertThat(message.getApplicationId()).isEqualTo(S6a.AIR.applicationId());
        assertThat((int) message.getHopByHopIdentifier()).isEqualTo(expected.hopByHop);
        assertThat((int) message.getEndToEndIdentifier()).isEqualTo(expected.endToEnd);
        assertSame(message.getAvps(), expected.avps);
    }

    @Property
    void we_write_the_octets_that_it_writes(@ForAll long seed) throws ParseException {
        var expected = new RandomMessage(new Random(seed));
        IMessage message = oracle.createEmptyMessage(S6a.AIR.code(), S6a.AIR.applicationId());
        message.setRequest(true);
        message.setProxiable(true);
        message.setHopByHopIdentifier(Integer.toUnsignedLong(expected.hopByHop));
        message.setEndToEndIdentifier(Integer.toUnsignedLong(expected.endToEnd));
        fill(message.getAvps(), expected.avps);
        var encoded = oracle.encodeMessage(message).rewind();
        var theirs = new byte[encoded.remaining()];
        encoded.get(theirs);

        var buffer = new DiameterBuffer();
        int length = expected.write(new MessageWriter(buffer));

        assertThat(buffer.copy(0, length)).isEqualTo(theirs);
    }

    private static void assertSame(AvpSet actual, List<RandomMessage.Node> expected) throws AvpDataException {
        assertThat(actual.size()).isEqualTo(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            var avp = actual.getAvpByIndex(i);
            var node = expected.get(i);
            assertThat(avp.getCode()).isEqualTo(node.definition().code());
            assertThat(avp.getVendorId()).isEqualTo(node.definition().vendorId());
            assertThat(avp.isMandatory())
                    .isEqualTo(node.definition().mandatory().isSetWhenWritten());
            if (node.isGroup()) {
                assertSame(avp.getGrouped(), node.members());
            } else {
                assertThat(avp.getRaw()).isEqualTo(node.value());
            }
        }
    }

    private static void fill(AvpSet target, List<RandomMessage.Node> nodes) {
        for (var node : nodes) {
            var definition = node.definition();
            boolean mandatory = definition.mandatory().isSetWhenWritten();
            if (node.isGroup()) {
                fill(target.addGroupedAvp(definition.code(), definition.vendorId(), mandatory, false), node.members());
            } else {
                target.addAvp(definition.code(), node.value(), definition.vendorId(), mandatory, false);
            }
        }
    }
}
