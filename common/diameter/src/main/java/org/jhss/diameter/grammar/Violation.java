// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.grammar;

import java.util.Arrays;
import org.jhss.diameter.message.Answers;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.MessageWriter;
import org.jhss.diameter.message.ResultCode;

/** A breach of a command's grammar, with all that the answer needs to report it. */
public final class Violation implements Verdict {

    private final ResultCode resultCode;
    private final String description;
    private final byte[] failedAvp;

    Violation(ResultCode resultCode, String description, byte[] failedAvp) {
        this.resultCode = resultCode;
        this.description = description;
        this.failedAvp = failedAvp;
    }

    public ResultCode resultCode() {
        return resultCode;
    }

    /** What is wrong, naming the AVP but never its value; fit for an Error-Message. */
    public String description() {
        return description;
    }

    /** The content of Failed-AVP (RFC 6733 7.5), inside the groups that it is in; empty when no AVP is to blame. */
    public byte[] failedAvp() {
        return Arrays.copyOf(failedAvp, failedAvp.length);
    }

    /** Writes the answer that reports this to {@code request}; returns its length in octets. */
    public int answer(Answers answers, MessageWriter out, Message request) {
        return answers.error(out, request, resultCode, description, failedAvp);
    }

    @Override
    public String toString() {
        return resultCode.label() + ": " + description;
    }
}
