// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.jhss.diameter.dictionary.CommandRegistry;
import org.jhss.diameter.dump.MessageDump;
import org.jhss.diameter.grammar.GrammarValidator;
import org.jhss.diameter.grammar.Verdict;
import org.jhss.diameter.message.DiameterBuffer;
import org.jhss.diameter.message.Limits;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.MessageWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenVectorsTest {

    static Stream<Corpus.Entry> all() {
        return Corpus.entries().stream();
    }

    static Stream<Corpus.Entry> ofKnownCommands() {
        return all().filter(entry -> !entry.direction().equals("answer-deviating") && isKnown(message(entry)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void is_read_and_written_again_to_the_octet(Corpus.Entry entry) {
        var message = message(entry);
        var writer = new MessageWriter(new DiameterBuffer())
                .start(
                        message.flags(),
                        message.commandCode(),
                        message.applicationId(),
                        message.hopByHop(),
                        message.endToEnd());
        message.forEach(writer::copy);
        int length = writer.finish();
        assertThat(writer.buffer().copy(0, length)).isEqualTo(entry.octets());
    }

    @ParameterizedTest
    @MethodSource("ofKnownCommands")
    void keeps_to_its_grammar(Corpus.Entry entry) {
        assertThat(new GrammarValidator(Limits.DEFAULT).validate(message(entry)))
                .isEqualTo(Verdict.Valid.VALID);
    }

    @ParameterizedTest
    @MethodSource("all")
    void is_dumped_without_a_fault(Corpus.Entry entry) {
        assertThat(new MessageDump(Limits.DEFAULT, false).dump(message(entry))).doesNotContain("!!");
    }

    private static Message message(Corpus.Entry entry) {
        return (Message) Message.parse(entry.octets());
    }

    private static boolean isKnown(Message message) {
        return CommandRegistry.standard()
                .find(message.applicationId(), message.commandCode())
                .isPresent();
    }
}
