// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.testkit.mutation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jhss.diameter.dictionary.AvpDefinition;
import org.jhss.diameter.dictionary.AvpRule;
import org.jhss.diameter.dictionary.AvpType;
import org.jhss.diameter.dictionary.CommandDefinition;

/** Sound messages made at random from the grammars of the dictionary: any command, any of its AVPs, any sort of value. */
public final class GrammarMessages {

    private static final int DEEPEST = 5;
    private static final int MOST_REPEATS = 3;
    private static final int[] OCTET_LENGTHS = {0, 1, 2, 3, 4, 6, 7, 8, 14, 15, 16, 30, 32, 100};
    private static final int[] TELLING_NUMBERS = {0, 1, 2, 3, 5, 6, 32, 33, 255, 1004, Integer.MAX_VALUE, -1};

    private final RandomGenerator random;
    private final List<CommandDefinition> commands;
    private final Map<AvpDefinition, List<String>> texts;

    /**
     * @param commands what to make; one is named more often to be made more often
     * @param texts the values that AVPs of identity take, such as the User-Name of subscribers who exist
     */
    public GrammarMessages(
            RandomGenerator random, List<CommandDefinition> commands, Map<AvpDefinition, List<String>> texts) {
        this.random = random;
        this.commands = List.copyOf(commands);
        this.texts = Map.copyOf(texts);
    }

    /** A sound message. */
    public byte[] next() {
        return message().octets();
    }

    WireMessage message() {
        var command = commands.get(random.nextInt(commands.size()));
        var message = new WireMessage(command, random.nextInt(), random.nextInt());
        // Some messages bare, some rich, some complete.
        int percent = random.nextInt(4) == 0 ? 100 : random.nextInt(60);
        for (var rule : command.grammar().rules()) {
            add(message.avps, rule, percent, DEEPEST);
        }
        return message;
    }

    private void add(List<WireAvp> siblings, AvpRule rule, int percent, int depth) {
        int times = rule.min();
        if (times == 0 && depth > 0 && random.nextInt(100) < percent) {
            times = 1;
            if (rule.max() > 1 && random.nextInt(4) == 0) {
                times = Math.min(rule.max(), 1 + random.nextInt(MOST_REPEATS));
            }
        }
        for (int i = 0; i < times; i++) {
            siblings.add(avp(rule.avp(), percent, depth));
        }
    }

    private WireAvp avp(AvpDefinition definition, int percent, int depth) {
        if (definition.type() != AvpType.GROUPED) {
            return WireAvp.of(definition, value(definition));
        }
        var group = WireAvp.of(definition);
        for (var rule : definition.members().rules()) {
            add(group.members, rule, percent / 2, depth - 1);
        }
        return group;
    }

    private byte[] value(AvpDefinition definition) {
        var known = texts.get(definition);
        if (known != null) {
            return text(known.get(random.nextInt(known.size())));
        }
        return switch (definition.type()) {
            case DIAMETER_IDENTITY -> text("node" + random.nextInt(100) + ".example.org");
            case DIAMETER_URI -> text("aaa://node" + random.nextInt(100) + ".example.org:3868");
            case UTF8_STRING, IP_FILTER_RULE, QOS_FILTER_RULE -> text(digits(1 + random.nextInt(16)));
            case OCTET_STRING, GROUPED -> octets(OCTET_LENGTHS[random.nextInt(OCTET_LENGTHS.length)]);
            case ADDRESS -> random.nextBoolean() ? address(1, 4) : address(2, 16);
            case ENUMERATED -> number(enumerated(definition));
            case UNSIGNED32, INTEGER32 -> number(telling());
            case UNSIGNED64, INTEGER64 ->
                ByteBuffer.allocate(Long.BYTES).putLong(telling()).array();
            case TIME, FLOAT32, FLOAT64 -> octets(definition.type().minLength());
        };
    }

    private int enumerated(AvpDefinition definition) {
        var named = new ArrayList<>(definition.enumeration().keySet());
        if (!named.isEmpty()) {
            return named.get(random.nextInt(named.size()));
        }
        int small = random.nextInt(3);
        return definition.allowsValue(small) ? small : 0;
    }

    private int telling() {
        return random.nextInt(3) == 0 ? random.nextInt() : TELLING_NUMBERS[random.nextInt(TELLING_NUMBERS.length)];
    }

    private byte[] address(int family, int length) {
        return ByteBuffer.allocate(Short.BYTES + length)
                .putShort((short) family)
                .put(octets(length))
                .array();
    }

    private byte[] octets(int length) {
        byte[] octets = new byte[length];
        random.nextBytes(octets);
        return octets;
    }

    private String digits(int length) {
        var digits = new StringBuilder();
        for (int i = 0; i < length; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
