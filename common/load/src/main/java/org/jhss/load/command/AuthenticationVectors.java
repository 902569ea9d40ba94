// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.command;

import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.CommandDefinition;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.MessageWriter;

/** Authentication-Information-Request for one E-UTRAN vector (TS 29.272 7.2.5). */
final class AuthenticationVectors implements LoadCommand {

    private static final int VECTORS = 1;

    @Override
    public CommandDefinition definition() {
        return S6a.AIR;
    }

    @Override
    public void write(MessageWriter out, RequestContext context) {
        out.add(Base.USER_NAME, context.imsi().value())
                .begin(S6a.REQUESTED_EUTRAN_AUTHENTICATION_INFO)
                .add(S6a.NUMBER_OF_REQUESTED_VECTORS, VECTORS)
                .end()
                .add(S6a.VISITED_PLMN_ID, context.peers().visited().encode());
    }

    @Override
    public AnswerJudge judge(JudgeContext context) {
        return new VectorJudge(context);
    }
}
