// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.command;

import org.jhss.diameter.dictionary.CommandDefinition;
import org.jhss.diameter.message.MessageWriter;

/** One kind of request: what it holds and what a success must hold. */
public interface LoadCommand {

    /** The request's definition; its abbreviation is the command's name. */
    CommandDefinition definition();

    /**
     * Writes the AVPs after those that all requests have, which are Session-Id, DRMP, Vendor-Specific-Application-Id,
     * Auth-Session-State, origin and destination. The message becomes a template in which the IMSI of User-Name is replaced.
     */
    void write(MessageWriter out, RequestContext context);

    /** A judge of the answers that report success. */
    default AnswerJudge judge(JudgeContext context) {
        return AnswerJudge.CONTENT;
    }
}
