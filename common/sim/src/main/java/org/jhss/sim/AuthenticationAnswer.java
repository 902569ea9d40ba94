// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jhss.sim.stack.Answer;
import org.jhss.sim.stack.AvpName;
import org.jhss.sim.stack.Avps;
import org.jhss.sim.stack.Outcome;

/**
 * An Authentication-Information-Answer.
 *
 * @param answer the message
 * @param vectors its vectors in the order they came
 */
public record AuthenticationAnswer(Answer answer, List<AuthenticationVector> vectors) {

    static AuthenticationAnswer of(Answer answer) {
        var vectors = new ArrayList<AuthenticationVector>();
        answer.avps().group(AvpName.AUTHENTICATION_INFO).ifPresent(info -> {
            read(info, AvpName.E_UTRAN_VECTOR, AuthenticationVector.Kind.EUTRAN, vectors);
            read(info, AvpName.UTRAN_VECTOR, AuthenticationVector.Kind.UTRAN, vectors);
            read(info, AvpName.GERAN_VECTOR, AuthenticationVector.Kind.GERAN, vectors);
        });
        return new AuthenticationAnswer(answer, List.copyOf(vectors));
    }

    /** Its result. */
    public Outcome outcome() {
        return answer.outcome();
    }

    /** Error-Diagnostic (TS 29.272 7.3.128), when there is one. */
    public OptionalLong errorDiagnostic() {
        return answer.avps().number(AvpName.ERROR_DIAGNOSTIC);
    }

    private static void read(
            Avps info, AvpName name, AuthenticationVector.Kind kind, List<AuthenticationVector> vectors) {
        for (var group : info.groups(name)) {
            vectors.add(new AuthenticationVector(kind, group));
        }
    }
}
