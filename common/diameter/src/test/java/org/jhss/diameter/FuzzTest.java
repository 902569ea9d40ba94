// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jhss.diameter.dump.MessageDump;
import org.jhss.diameter.grammar.GrammarValidator;
import org.jhss.diameter.grammar.Verdict;
import org.jhss.diameter.grammar.Violation;
import org.jhss.diameter.message.Answers;
import org.jhss.diameter.message.Avp;
import org.jhss.diameter.message.DiameterBuffer;
import org.jhss.diameter.message.Header;
import org.jhss.diameter.message.Limits;
import org.jhss.diameter.message.Malformation;
import org.jhss.diameter.message.MalformedValueException;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.MessageReader;
import org.jhss.diameter.message.MessageWriter;
import org.junit.jupiter.api.Test;

/** Mutated messages: whatever comes is read, refused or answered, never a surprise. */
class FuzzTest {

    private static final int ITERATIONS = 300_000;
    private static final int DUMP_EVERY = 16;
    private static final long SEED = 20_260_101;

    private final MessageReader reader = new MessageReader(Limits.DEFAULT);
    private final MessageReader answerReader = new MessageReader(Limits.DEFAULT);
    private final GrammarValidator validator = new GrammarValidator(Limits.DEFAULT);
    private final MessageDump dump = new MessageDump(Limits.DEFAULT, true);
    private final Answers answers = new Answers("hss.example.org", "example.org");
    private final DiameterBuffer out = new DiameterBuffer();
    private final MessageWriter writer = new MessageWriter(out);
    private int valid;
    private int violations;
    private int malformed;

    @Test
    void mutations_of_the_corpus_never_surprise() {
        var random = new Random(SEED);
        var corpus = corpus();
        for (int i = 0; i < ITERATIONS; i++) {
            var octets = mutate(corpus, random);
            consume(octets);
            if (i % DUMP_EVERY == 0) {
                assertThat(dump.dump(octets, 0, octets.length)).isNotEmpty();
            }
        }
        // The mutations are worth something only while they reach all three ends.
        assertThat(valid).isGreaterThan(1000);
        assertThat(violations).isGreaterThan(1000);
        assertThat(malformed).isGreaterThan(1000);
    }

    @Test
    void random_octets_never_surprise() {
        var random = new Random(SEED);
        for (int i = 0; i < ITERATIONS / 10; i++) {
            var octets = new byte[random.nextInt(200)];
            random.nextBytes(octets);
            if (octets.length >= Header.LENGTH && random.nextBoolean()) {
                fixHeader(octets);
            }
            consume(octets);
        }
        assertThat(malformed).isGreaterThan(1000);
    }

    private void consume(byte[] octets) {
        out.clear();
        switch (reader.read(octets, 0, octets.length)) {
            case Message message -> {
                walk(message);
                switch (validator.validate(message)) {
                    case Verdict.Valid ignored -> valid++;
                    case Violation violation -> {
                        violations++;
                        checkAnswer(violation.answer(answers, writer, message), message);
                    }
                }
            }
            case Malformation malformation -> {
                malformed++;
                if (malformation.isAnswerable()) {
                    checkAnswer(
                            answers.error(writer, malformation),
                            malformation.readable().orElseThrow());
                }
            }
        }
    }

    private void checkAnswer(int length, Message request) {
        var answer = (Message) answerReader.read(out.array(), writer.messageOffset(), length);
        assertThat(answer.isRequest()).isFalse();
        assertThat(answer.hopByHop()).isEqualTo(request.hopByHop());
        assertThat(answer.endToEnd()).isEqualTo(request.endToEnd());
    }

    private static void walk(Message message) {
        for (var avp : message) {
            walk(avp, 1);
        }
    }

    private static void walk(Avp avp, int depth) {
        try {
            assertThat(avp.octets()).hasSize(avp.valueLength());
            assertThat(avp.text()).isNotNull();
            avp.address();
            if (avp.valueLength() == 4) {
                avp.time();
            }
            if (depth < 4) {
                for (var member : avp) {
                    walk(member, depth + 1);
                }
            }
        } catch (MalformedValueException e) {
            assertThat(e.fault()).isNotNull();
        }
    }

    private static List<byte[]> corpus() {
        return Corpus.entries().stream().map(Corpus.Entry::octets).toList();
    }

    private static byte[] mutate(List<byte[]> corpus, Random random) {
        var octets = corpus.get(random.nextInt(corpus.size())).clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(octets.length);
            switch (random.nextInt(6)) {
                case 0 -> octets[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> octets[at] = (byte) random.nextInt();
                case 2 -> octets[at] = (byte) (random.nextBoolean() ? 0xFF : 0);
                case 3 -> octets = Arrays.copyOf(octets, Math.max(1, octets.length - random.nextInt(12)));
                case 4 -> octets = Arrays.copyOf(octets, octets.length + 4 * random.nextInt(4));
                default -> {
                    var other = corpus.get(random.nextInt(corpus.size()));
                    int from = random.nextInt(other.length);
                    int length = Math.min(random.nextInt(64), Math.min(other.length - from, octets.length - at));
                    System.arraycopy(other, from, octets, at, length);
                }
            }
        }
        if (octets.length >= Header.LENGTH && random.nextInt(4) != 0) {
            fixHeader(octets);
        }
        return octets;
    }

    /** Version and length as they should be, so that the mutation is seen by what comes after the header. */
    private static void fixHeader(byte[] octets) {
        octets[0] = Header.VERSION;
        octets[1] = 0;
        octets[2] = (byte) (octets.length >> 8);
        octets[3] = (byte) octets.length;
    }
}
