// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.handler;

import org.jhss.diameter.message.MessageWriter;

/** AVPs that an error answer carries besides its head, such as Error-Diagnostic (TS 29.272 7.3.128). */
@FunctionalInterface
public interface AnswerDetail {

    /** No further AVPs. */
    AnswerDetail NONE = writer -> {};

    /** Adds the AVPs. */
    void writeTo(MessageWriter writer);
}
