// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.message;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jhss.diameter.dictionary.AvpDefinition;
import org.jhss.diameter.dictionary.AvpType;
import org.jhss.diameter.dictionary.Dictionary;
import org.jhss.diameter.dictionary.S6a;

/** A message of random AVPs of the dictionary, four levels deep, as a tree that can be written and compared. */
final class RandomMessage {

    /** An AVP: the octets of its value, or its members when it is a group. */
    static final class Node {

        private final AvpDefinition definition;
        private final byte[] value;
        private final List<Node> members;

        Node(AvpDefinition definition, byte[] value, List<Node> members) {
            this.definition = definition;
            this.value = value;
            this.members = members;
        }

        AvpDefinition definition() {
            return definition;
        }

        byte[] value() {
            return value;
        }

        List<Node> members() {
            return members;
        }

        boolean isGroup() {
            return definition.type() == AvpType.GROUPED;
        }
    }

    private static final int MAX_DEPTH = 4;
    private static final int MAX_WIDTH = 9;
    private static final List<AvpDefinition> AVPS = Dictionary.standard().avps().stream()
            .sorted(Comparator.comparingLong(AvpDefinition::key))
            .toList();

    final int hopByHop;
    final int endToEnd;
    final List<Node> avps;

    RandomMessage(Random random) {
        hopByHop = random.nextInt();
        endToEnd = random.nextInt();
        avps = nodes(random, MAX_DEPTH);
    }

    /** Writes the message with the method of the writer that fits each type best. */
    int write(MessageWriter writer) {
        writer.startRequest(S6a.AIR, hopByHop, endToEnd);
        avps.forEach(node -> write(writer, node));
        return writer.finish();
    }

    private static void write(MessageWriter writer, Node node) {
        var value = node.value();
        switch (node.definition().type()) {
            case GROUPED -> {
                writer.begin(node.definition());
                node.members().forEach(member -> write(writer, member));
                writer.end();
            }
            case INTEGER32, UNSIGNED32, ENUMERATED -> writer.add(node.definition(), Wire.int32(value, 0));
            case INTEGER64, UNSIGNED64 -> writer.add(node.definition(), Wire.int64(value, 0));
            case UTF8_STRING, DIAMETER_IDENTITY, DIAMETER_URI, IP_FILTER_RULE, QOS_FILTER_RULE ->
                writer.add(node.definition(), new String(value, StandardCharsets.UTF_8));
            case TIME -> writer.add(node.definition(), Times.fromWire(Wire.int32(value, 0)));
            case ADDRESS -> writer.add(node.definition(), address(value));
            case FLOAT32 -> writer.add(node.definition(), Float.intBitsToFloat(Wire.int32(value, 0)));
            case FLOAT64 -> writer.add(node.definition(), Double.longBitsToDouble(Wire.int64(value, 0)));
            case OCTET_STRING -> writer.add(node.definition(), value);
        }
    }

    private static InetAddress address(byte[] value) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(value, 2, value.length));
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Node> nodes(Random random, int depth) {
        var nodes = new ArrayList<Node>();
        for (int i = random.nextInt(MAX_WIDTH); i > 0; i--) {
            var definition = AVPS.get(random.nextInt(AVPS.size()));
            boolean group = definition.type() == AvpType.GROUPED;
            if (!group || depth > 1) {
                nodes.add(new Node(
                        definition,
                        group ? new byte[0] : value(random, definition.type()),
                        group ? nodes(random, depth - 1) : List.of()));
            }
        }
        return nodes;
    }

    private static byte[] value(Random random, AvpType type) {
        return switch (type) {
            case OCTET_STRING, GROUPED -> octets(random, random.nextInt(40));
            case UTF8_STRING ->
                random.ints(random.nextInt(20), 1, 0x2000)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                        .getBytes(StandardCharsets.UTF_8);
            case DIAMETER_IDENTITY, IP_FILTER_RULE, QOS_FILTER_RULE -> ascii(random);
            case DIAMETER_URI ->
                "aaa://host%d.example.org:3868".formatted(random.nextInt(1000)).getBytes(StandardCharsets.US_ASCII);
            case ADDRESS -> {
                boolean v4 = random.nextBoolean();
                var value = octets(random, v4 ? 6 : 18);
                value[0] = 0;
                value[1] = (byte) (v4 ? 1 : 2);
                // An IPv4-mapped address would come back as IPv4.
                value[2] = 0x20;
                yield value;
            }
            case INTEGER64, UNSIGNED64 -> octets(random, 8);
            case FLOAT64 -> new byte[] {0x40, 0x09, 0x21, (byte) random.nextInt(), 0, 0, 0, 1};
            case FLOAT32 -> new byte[] {0x40, 0x49, 0x0F, (byte) random.nextInt()};
            case INTEGER32, UNSIGNED32, ENUMERATED, TIME -> octets(random, 4);
        };
    }

    private static byte[] ascii(Random random) {
        return random.ints(1 + random.nextInt(30), '!', '~')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] octets(Random random, int length) {
        var octets = new byte[length];
        random.nextBytes(octets);
        return octets;
    }
}
