// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.chaos.input;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.util.HexFormat;
import java.util.Random;
import org.jhss.diameter.dump.MessageDump;
import org.jhss.diameter.grammar.GrammarValidator;
import org.jhss.diameter.grammar.Violation;
import org.jhss.diameter.message.Answers;
import org.jhss.diameter.message.Avp;
import org.jhss.diameter.message.DiameterBuffer;
import org.jhss.diameter.message.Limits;
import org.jhss.diameter.message.Malformation;
import org.jhss.diameter.message.MalformedValueException;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.MessageReader;
import org.jhss.diameter.message.MessageWriter;
import org.jhss.peer.framing.Framer;
import org.jhss.peer.framing.FramingError;
import org.jhss.peer.framing.MessageSink;
import org.jhss.testkit.mutation.AnswerRules;
import org.jhss.testkit.mutation.Mutator;

/** Feeds mutated messages to framer, reader, grammar, answer writer and dump, in this process. One thread each. */
public final class CodecTorment implements MessageSink {

    private static final int DUMP_EVERY = 8;
    private static final int DEEPEST_WALK = 6;

    private final Mutator mutator;
    private final Random random;
    private final MessageReader reader = new MessageReader(Limits.DEFAULT);
    private final GrammarValidator validator = new GrammarValidator(Limits.DEFAULT);
    private final MessageDump dump = new MessageDump(Limits.DEFAULT, true);
    private final Answers answers = new Answers("hss.example.org", "example.org");
    private final DiameterBuffer out = new DiameterBuffer();
    private final MessageWriter writer = new MessageWriter(out);
    private final AnswerRules rules = new AnswerRules();
    private Framer framer = framer();
    private long sent;
    private long valid;
    private long violating;
    private long malformed;
    private long unframeable;
    private long slowestNanos;

    /**
     * What became of the messages.
     *
     * @param sent messages made
     * @param valid read, and sound by their grammar
     * @param violating read, and refused by their grammar
     * @param malformed cut from the stream, and no message
     * @param unframeable those that ended their stream
     * @param slowestNanos longest time that one message took
     */
    public record Outcome(long sent, long valid, long violating, long malformed, long unframeable, long slowestNanos) {}

    public CodecTorment(long seed) {
        mutator = Corpus.all(seed);
        random = new Random(seed);
    }

    /**
     * Feeds so many messages.
     *
     * @throws AssertionError with the message in hexadecimal when one has an effect that none may have
     */
    public Outcome run(long messages) {
        for (long i = 0; i < messages; i++) {
            byte[] octets = mutator.next();
            long start = System.nanoTime();
            try {
                feed(octets);
                if (i % DUMP_EVERY == 0) {
                    require(!dump.dump(octets, 0, octets.length).isEmpty(), "the dump is empty");
                }
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                throw new AssertionError("message " + HexFormat.of().formatHex(octets), e);
            }
            slowestNanos = Math.max(slowestNanos, System.nanoTime() - start);
            sent++;
        }
        return new Outcome(sent, valid, violating, malformed, unframeable, slowestNanos);
    }

    private void feed(byte[] octets) {
        int from = 0;
        while (from < octets.length) {
            int length = random.nextBoolean() ? octets.length - from : 1 + random.nextInt(octets.length - from);
            framer.read(Unpooled.copiedBuffer(octets, from, length));
            from += length;
        }
        // A message that told too great a length would swallow those that follow.
        if (framer.isMidMessage()) {
            framer.close();
            framer = framer();
        }
    }

    private Framer framer() {
        return new Framer(UnpooledByteBufAllocator.DEFAULT, Limits.DEFAULT.maxMessageSize(), this);
    }

    @Override
    public void unframeable(FramingError error, ByteBuf buffer, int at, boolean wholeHeader) {
        unframeable++;
        framer = framer();
    }

    @Override
    public void message(ByteBuf buffer, int at, int length) {
        byte[] octets = new byte[length];
        buffer.getBytes(at, octets);
        out.clear();
        switch (reader.read(octets, 0, length)) {
            case Malformation malformation -> {
                malformed++;
                if (malformation.isAnswerable()) {
                    check(octets, answers.error(writer, malformation));
                }
            }
            case Message message -> {
                for (var avp : message) {
                    walk(avp, 1);
                }
                if (validator.validate(message) instanceof Violation violation) {
                    violating++;
                    if (message.isRequest()) {
                        check(octets, violation.answer(answers, writer, message));
                    }
                } else {
                    valid++;
                }
            }
        }
    }

    private void check(byte[] request, int answerLength) {
        var breach = rules.breach(request, out.array(), writer.messageOffset(), answerLength);
        require(breach.isEmpty(), breach);
    }

    private static void walk(Avp avp, int depth) {
        try {
            require(avp.octets().length == avp.valueLength(), "an AVP has more octets than it tells");
            require(avp.text() != null, "an AVP has no text");
            var _ = avp.address();
            var _ = avp.time();
        } catch (MalformedValueException e) {
            require(e.fault() != null, "a malformed value has no fault");
        }
        try {
            if (depth < DEEPEST_WALK) {
                for (var member : avp) {
                    walk(member, depth + 1);
                }
            }
        } catch (MalformedValueException e) {
            require(e.failedAvp().length > 0, "a malformed member has no Failed-AVP");
        }
    }

    private static void require(boolean holds, String breach) {
        if (!holds) {
            throw new IllegalStateException(breach);
        }
    }
}
