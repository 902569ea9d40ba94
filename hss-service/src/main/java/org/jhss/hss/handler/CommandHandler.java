// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.handler;

import org.jhss.diameter.dictionary.CommandDefinition;

/**
 * Decides on one command, such as Authentication-Information. Each worker has handlers of its own, made by an
 * {@link InterfaceModule}: a handler is used by one thread at a time, and may keep reusable tools in its fields. State about
 * subscribers lives in the unit of work only.
 *
 * <p>A message takes two steps, so that a batch costs few SQL statements: {@link #plan} says what the message needs before any
 * statement ran; {@link #handle} then works on what was loaded. Both may run again for the same message, after a database
 * conflict or because the worker that had it died: nothing but the unit of work and {@link RequestContext#afterCommit} may have
 * effects.
 *
 * <p>The request has passed its grammar: required AVPs are there, with sound lengths and multiplicity.
 */
public interface CommandHandler {

    /** The request that this handles. */
    CommandDefinition command();

    /**
     * Says which subscribers and equipment {@link #handle} will ask for. An identity that cannot be read is left out:
     * {@link #handle} finds it missing and answers with the error.
     */
    void plan(RequestContext context, Plan plan);

    /**
     * Decides, changes the unit of work, and writes the answer by {@link RequestContext#answer()}. An outcome that is an error
     * replaces what was written and undoes this message's changes in the unit of work; an exception does the same and becomes
     * 5012.
     */
    Outcome handle(RequestContext context);
}
