// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.command;

import java.util.Optional;
import org.jhss.aka.AkaKey;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.Avp;
import org.jhss.diameter.message.Message;
import org.jhss.load.plan.Checks;

/** Judges the vectors of an AIA: there is one, and those of the sample are as the card computes them and never the same twice. */
final class VectorJudge implements AnswerJudge {

    private final Checks checks;
    private final VectorChecker checker;
    private final SqnMemory sqns;
    private int untilSample;

    VectorJudge(JudgeContext context) {
        checks = context.checks();
        checker = new VectorChecker(context.peers().visited());
        sqns = context.sqns();
    }

    @Override
    public void judge(Message answer, int subscriber, Findings findings) {
        var info = answer.find(S6a.AUTHENTICATION_INFO);
        boolean sampled = isSampled();
        int vectors = 0;
        for (var vector = info.find(S6a.E_UTRAN_VECTOR); vector.isPresent(); vector = info.next(vector)) {
            vectors++;
            if (sampled) {
                check(vector, true, subscriber, findings);
            }
        }
        for (var vector = info.find(S6a.UTRAN_VECTOR); vector.isPresent(); vector = info.next(vector)) {
            vectors++;
            if (sampled) {
                check(vector, false, subscriber, findings);
            }
        }
        findings.vectors(vectors);
        if (vectors == 0) {
            findings.incompleteAnswer();
        }
    }

    private boolean isSampled() {
        if (checks.sampleEvery() == 0) {
            return false;
        }
        if (untilSample == 0) {
            untilSample = checks.sampleEvery() - 1;
            return true;
        }
        untilSample--;
        return false;
    }

    private void check(Avp vector, boolean eps, int subscriber, Findings findings) {
        var key = checks.keys().keyOf(subscriber);
        if (key.isEmpty()) {
            return;
        }
        var fault = verify(key.get(), vector, eps);
        if (fault.isPresent()) {
            findings.wrongVector(fault.get());
        } else {
            findings.goodVector();
        }
        // Whatever else is wrong with a vector, behind a good MAC there is an SQN that the home has used.
        if (fault.isEmpty() || fault.get().compareTo(VectorFault.MAC) > 0) {
            remember(subscriber, findings);
        }
    }

    private Optional<VectorFault> verify(AkaKey key, Avp vector, boolean eps) {
        return eps ? checker.eutran(key, vector) : checker.utran(key, vector);
    }

    private void remember(int subscriber, Findings findings) {
        if (checks.rememberedSqns() == 0) {
            return;
        }
        switch (sqns.add(subscriber, checker.sqn())) {
            case REPEATED -> findings.repeatedSqn();
            case NOT_REMEMBERED -> findings.sqnNotRemembered();
            case NEW -> {}
        }
    }
}
