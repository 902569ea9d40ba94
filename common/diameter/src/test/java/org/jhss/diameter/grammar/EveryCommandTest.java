// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jhss.diameter.dictionary.AvpDefinition;
import org.jhss.diameter.dictionary.AvpRule;
import org.jhss.diameter.dictionary.AvpType;
import org.jhss.diameter.dictionary.CommandDefinition;
import org.jhss.diameter.dictionary.Dictionary;
import org.jhss.diameter.message.DiameterBuffer;
import org.jhss.diameter.message.Header;
import org.jhss.diameter.message.Limits;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.MessageWriter;
import org.jhss.diameter.message.ResultCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each grammar of the tables, held against messages made from it: complete, one AVP short, one AVP too many. */
class EveryCommandTest {

    /** As deep as full messages go; Specific-APN-Info in an APN in a profile in Subscription-Data is the deepest. */
    private static final int DEPTH = 6;

    private final DiameterBuffer buffer = new DiameterBuffer();
    private final MessageWriter writer = new MessageWriter(buffer);
    private final GrammarValidator validator = new GrammarValidator(Limits.DEFAULT);

    static Stream<CommandDefinition> commands() {
        return Dictionary.standard().commands().stream()
                .sorted(Comparator.comparingInt(CommandDefinition::applicationId)
                        .thenComparing(CommandDefinition::name));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void all_avps_of_the_grammar_once_are_valid(CommandDefinition command) {
        start(command);
        command.grammar().rules().forEach(rule -> add(rule, Math.max(1, rule.min())));
        assertThat(validate()).isEqualTo(Verdict.Valid.VALID);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void the_required_avps_alone_are_valid(CommandDefinition command) {
        start(command);
        command.grammar().rules().forEach(rule -> add(rule, rule.min()));
        assertThat(validate()).isEqualTo(Verdict.Valid.VALID);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void each_required_avp_is_missed(CommandDefinition command) {
        for (var missing : command.grammar().rules()) {
            if (missing.min() > 0) {
                start(command);
                command.grammar()
                        .rules()
                        .forEach(rule -> add(rule, rule.equals(missing) ? rule.min() - 1 : rule.min()));
                var violation = (Violation) validate();
                assertThat(violation.resultCode()).isEqualTo(ResultCode.MISSING_AVP);
                assertThat(violation.description()).startsWith(missing.avp().name());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void each_avp_too_many_is_seen(CommandDefinition command) {
        for (var repeated : command.grammar().rules()) {
            if (repeated.max() != AvpRule.UNBOUNDED) {
                start(command);
                command.grammar()
                        .rules()
                        .forEach(rule -> add(rule, rule.equals(repeated) ? rule.max() + 1 : rule.min()));
                var violation = (Violation) validate();
                assertThat(violation.resultCode()).isEqualTo(ResultCode.AVP_OCCURS_TOO_MANY_TIMES);
                assertThat(violation.description()).startsWith(repeated.avp().name());
            }
        }
    }

    private void start(CommandDefinition command) {
        buffer.clear();
        writer.start(command.isRequest() ? Header.REQUEST : 0, command.code(), command.applicationId(), 1, 1);
    }

    private Verdict validate() {
        int length = writer.finish();
        return validator.validate((Message) Message.parse(buffer.array(), 0, length));
    }

    private void add(AvpRule rule, int times) {
        for (int i = 0; i < times; i++) {
            add(rule.avp(), DEPTH);
        }
    }

    private void add(AvpDefinition avp, int depth) {
        if (avp.type() == AvpType.GROUPED) {
            writer.begin(avp);
            for (var rule : avp.members().rules()) {
                for (int i = depth > 0 ? Math.max(1, rule.min()) : rule.min(); i > 0; i--) {
                    add(rule.avp(), depth - 1);
                }
            }
            writer.end();
        } else {
            writer.add(avp, value(avp));
        }
    }

    private static byte[] value(AvpDefinition avp) {
        return switch (avp.type()) {
            case DIAMETER_IDENTITY, IP_FILTER_RULE, QOS_FILTER_RULE, UTF8_STRING, OCTET_STRING -> text("a");
            case DIAMETER_URI -> text("aaa://a");
            case ADDRESS -> new byte[] {0, 1, 127, 0, 0, 1};
            case ENUMERATED -> new byte[] {0, 0, 0, (byte) (avp.allowsValue(0) ? 0 : 1)};
            default -> new byte[avp.type().minLength()];
        };
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
