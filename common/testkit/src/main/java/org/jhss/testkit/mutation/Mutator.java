// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.testkit.mutation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jhss.diameter.dictionary.AvpDefinition;
import org.jhss.diameter.dictionary.CommandDefinition;
import org.jhss.diameter.message.Header;

/**
 * Sound messages, broken: first in their structure (lengths, flags, vendors, order, nesting, number of AVPs), then in their octets.
 * One seed gives one sequence. Not thread-safe.
 */
public final class Mutator {

    private static final Mutation[] ALL = Mutation.values();
    private static final int MOST_MUTATIONS = 4;
    private static final int SPLICED = 64;

    private final Random random;
    private final GrammarMessages sound;
    private byte[] previous = {};

    /** @see GrammarMessages */
    public Mutator(long seed, List<CommandDefinition> commands, Map<AvpDefinition, List<String>> texts) {
        random = new Random(seed);
        sound = new GrammarMessages(random, commands, texts);
    }

    /** The next message; now and then a sound one. Its header may lie about version and length. */
    public byte[] next() {
        byte[] octets = nextFramed();
        if (octets.length >= Header.LENGTH && random.nextInt(16) == 0) {
            switch (random.nextInt(3)) {
                case 0 -> octets[0] = (byte) random.nextInt();
                case 1 -> WireMessage.setLength(octets, random.nextInt(1 << 24));
                default -> WireMessage.setLength(octets, Math.max(0, octets.length - 8 + random.nextInt(16)));
            }
        }
        return octets;
    }

    /** The next message, of at least a header with the right version and length: what a framer lets through. */
    public byte[] nextFramed() {
        var message = sound.message();
        for (int i = random.nextInt(MOST_MUTATIONS); i > 0; i--) {
            var all = message.all();
            if (!all.isEmpty()) {
                ALL[random.nextInt(ALL.length)].apply(message, all.get(random.nextInt(all.size())), random);
            }
        }
        byte[] octets = message.octets();
        if (random.nextInt(3) == 0) {
            octets = bend(octets);
        }
        octets[0] = Header.VERSION;
        WireMessage.setLength(octets, octets.length);
        previous = octets;
        return octets.clone();
    }

    private byte[] bend(byte[] sound) {
        byte[] octets = sound;
        for (int i = random.nextInt(MOST_MUTATIONS); i >= 0; i--) {
            int at = random.nextInt(octets.length);
            switch (random.nextInt(6)) {
                case 0 -> octets[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> octets[at] = (byte) random.nextInt();
                case 2 -> octets[at] = (byte) (random.nextBoolean() ? 0xFF : 0);
                case 3 -> octets = Arrays.copyOf(octets, Math.max(Header.LENGTH, octets.length - random.nextInt(40)));
                case 4 -> octets = Arrays.copyOf(octets, octets.length + random.nextInt(13));
                default -> splice(octets, at);
            }
        }
        return octets;
    }

    private void splice(byte[] octets, int at) {
        if (previous.length > 0) {
            int from = random.nextInt(previous.length);
            int length = Math.min(random.nextInt(SPLICED), Math.min(previous.length - from, octets.length - at));
            System.arraycopy(previous, from, octets, at, length);
        }
    }
}
