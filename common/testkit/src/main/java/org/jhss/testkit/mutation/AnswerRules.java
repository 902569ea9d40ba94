// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.testkit.mutation;

import org.jhss.diameter.grammar.GrammarValidator;
import org.jhss.diameter.grammar.Violation;
import org.jhss.diameter.message.Header;
import org.jhss.diameter.message.Limits;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.MessageReader;

/** What holds for any answer, however bad the request was. Not thread-safe. */
public final class AnswerRules {

    private static final Limits WIDE = new Limits(Header.MAX_MESSAGE_LENGTH, 1 << 20, 64);

    private final MessageReader reader = new MessageReader(WIDE);
    private final GrammarValidator validator = new GrammarValidator(WIDE);

    /**
     * Holds an answer against its request, of which the header must be there.
     *
     * @return what is wrong, "" for nothing
     */
    public String breach(byte[] request, byte[] answer, int offset, int length) {
        if (!Header.isRequest(request, 0)) {
            return "an answer was answered";
        }
        if (!(reader.read(answer, offset, length) instanceof Message message)) {
            return "the answer is no message: " + reader.read(answer, offset, length);
        }
        if (message.isRequest()) {
            return "the answer has the R bit";
        }
        if (message.hopByHop() != Header.hopByHop(request, 0) || message.endToEnd() != Header.endToEnd(request, 0)) {
            return "the answer has other identifiers";
        }
        if (message.commandCode() != Header.commandCode(request, 0)
                || message.applicationId() != Header.applicationId(request, 0)) {
            return "the answer is of another command";
        }
        // What is copied from a bad request (Session-Id, Proxy-Info) may be bad in itself; of a success all is ours.
        if (!message.isError()
                && message.unsigned32(org.jhss.diameter.dictionary.Base.RESULT_CODE, 0) / 1000 == 2
                && validator.validate(message) instanceof Violation violation) {
            return "the answer breaks its grammar: " + violation.description();
        }
        return "";
    }
}
