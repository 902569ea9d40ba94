// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.command;

import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.CommandDefinition;
import org.jhss.diameter.dictionary.S13;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.MessageWriter;

/** ME-Identity-Check-Request for one and the same device (TS 29.272 7.2.19). */
final class IdentityCheck implements LoadCommand {

    private static final String IMEI = "353490069873310";
    private static final int NONE = -1;

    @Override
    public CommandDefinition definition() {
        return S13.ECR;
    }

    @Override
    public void write(MessageWriter out, RequestContext context) {
        out.begin(S6a.TERMINAL_INFORMATION)
                .add(S6a.IMEI, IMEI)
                .end()
                .add(Base.USER_NAME, context.imsi().value());
    }

    @Override
    public AnswerJudge judge(JudgeContext context) {
        return IdentityCheck::judge;
    }

    private static void judge(Message answer, int subscriber, Findings findings) {
        int status = answer.enumerated(S6a.EQUIPMENT_STATUS, NONE);
        if (status == NONE || !S6a.EQUIPMENT_STATUS.allowsValue(status)) {
            findings.incompleteAnswer();
        }
    }
}
