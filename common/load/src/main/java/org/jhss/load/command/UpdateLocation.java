// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.command;

import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.CommandDefinition;
import org.jhss.diameter.dictionary.Gx;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.dictionary.S6aFlags;
import org.jhss.diameter.message.MessageWriter;

/** Update-Location-Request of an MME that asks for the subscription (TS 29.272 7.2.3). */
final class UpdateLocation implements LoadCommand {

    /** RAT-Type of E-UTRAN (TS 29.212 5.3.31). */
    private static final int EUTRAN = 1004;

    @Override
    public CommandDefinition definition() {
        return S6a.ULR;
    }

    @Override
    public void write(MessageWriter out, RequestContext context) {
        out.add(Base.USER_NAME, context.imsi().value())
                .add(Gx.RAT_TYPE, EUTRAN)
                .add(S6a.ULR_FLAGS, S6aFlags.Ulr.S6A_S6D_INDICATOR)
                .add(S6a.VISITED_PLMN_ID, context.peers().visited().encode());
    }

    @Override
    public AnswerJudge judge(JudgeContext context) {
        return (answer, subscriber, findings) -> {
            if (!answer.has(S6a.SUBSCRIPTION_DATA)) {
                findings.incompleteAnswer();
            }
        };
    }
}
