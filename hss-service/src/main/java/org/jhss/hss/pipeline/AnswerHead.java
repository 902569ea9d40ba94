// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.pipeline;

import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.CommandDefinition;
import org.jhss.diameter.message.Answers;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.MessageWriter;
import org.jhss.hss.handler.Result;
import org.jhss.hss.wire.CommonAvps;
import org.jhss.platform.config.HssIdentity;

/** The AVPs that every answer to one command begins with. Immutable. */
final class AnswerHead {

    private final CommonAvps beforeResult;
    private final CommonAvps afterResult;

    private AnswerHead(CommonAvps beforeResult, CommonAvps afterResult) {
        this.beforeResult = beforeResult;
        this.afterResult = afterResult;
    }

    /** The head of answers to {@code request}, as far as their grammar has its AVPs. */
    static AnswerHead of(CommandDefinition request, HssIdentity identity) {
        var answer = request.answer();
        return new AnswerHead(CommonAvps.application(answer), CommonAvps.stateAndOrigin(answer, identity));
    }

    /** The head of protocol errors and of answers to commands that we do not serve (RFC 6733 7.2). */
    static AnswerHead ofErrors(HssIdentity identity) {
        return new AnswerHead(CommonAvps.none(), CommonAvps.origin(identity));
    }

    /** Adds the head to the answer just started. */
    void write(MessageWriter writer, Message request, Result result) {
        // The value alone is copied: whatever flags the requester set, ours are those of the grammar.
        var session = request.find(Base.SESSION_ID);
        if (session.isPresent()) {
            writer.add(Base.SESSION_ID, session.buffer(), session.valueOffset(), session.valueLength());
        }
        beforeResult.writeTo(writer);
        switch (result) {
            case Result.Base(var code) -> Answers.addResult(writer, code);
            case Result.Experimental(var code) -> Answers.addExperimentalResult(writer, code);
        }
        afterResult.writeTo(writer);
    }
}
