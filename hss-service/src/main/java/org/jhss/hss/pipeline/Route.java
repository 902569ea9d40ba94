// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.pipeline;

import org.jhss.diameter.dictionary.CommandDefinition;
import org.jhss.diameter.message.ResultCode;
import org.jhss.hss.handler.CommandHandler;
import org.jhss.hss.metrics.CommandMeters;

/** Where a request goes. */
sealed interface Route {

    /** How logs call the command. */
    String name();

    /** How answers begin. */
    AnswerHead head();

    /** What is counted. */
    CommandMeters meters();

    /**
     * To its handler.
     *
     * @param command the request
     */
    record Served(CommandDefinition command, CommandHandler handler, AnswerHead head, CommandMeters meters)
            implements Route {

        @Override
        public String name() {
            return command.abbreviation();
        }
    }

    /**
     * Nowhere: the answer is the error.
     *
     * @param error 3001 or 3007
     */
    record Unserved(String name, ResultCode error, AnswerHead head, CommandMeters meters) implements Route {}
}
