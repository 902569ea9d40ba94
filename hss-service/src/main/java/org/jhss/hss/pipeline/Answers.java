// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.pipeline;

import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.message.DiameterBuffer;
import org.jhss.diameter.message.MessageWriter;
import org.jhss.hss.handler.Outcome.DiameterError;
import org.jhss.hss.handler.Result;

/** Writes the answers of a batch one after another into one buffer; the one place where a failure becomes an answer. */
final class Answers {

    private final DiameterBuffer buffer = new DiameterBuffer();
    private final MessageWriter writer = new MessageWriter(buffer);
    private final AnswerHead errorHead;

    Answers(AnswerHead errorHead) {
        this.errorHead = errorHead;
    }

    /** Forgets all answers. */
    void clear() {
        buffer.clear();
    }

    /** Forgets the answers from {@code position} on. */
    void truncate(int position) {
        buffer.truncate(position);
    }

    /** Where the next answer starts. */
    int position() {
        return buffer.length();
    }

    /** The octets of all answers. */
    byte[] octets() {
        return buffer.array();
    }

    /** Starts the answer to {@code exchange} with its head. The caller has truncated what is to be replaced. */
    MessageWriter start(Exchange exchange, Result result) {
        writer.startAnswer(exchange.request());
        exchange.route().head().write(writer, exchange.request(), result);
        return writer;
    }

    /** Completes the answer that starts at {@code from} with the Proxy-Info of the request (RFC 6733 6.2). */
    void finish(Exchange exchange, Result result, int from) {
        writer.copyAll(exchange.request(), Base.PROXY_INFO);
        exchange.answered(result, from, writer.finish());
    }

    /** Writes the whole answer that reports {@code error}. */
    void error(Exchange exchange, DiameterError error) {
        int from = buffer.length();
        var request = exchange.request();
        if (error.result().isProtocolError()) {
            writer.startErrorAnswer(request);
            errorHead.write(writer, request, error.result());
        } else {
            start(exchange, error.result());
        }
        if (!error.errorMessage().isEmpty()) {
            writer.add(Base.ERROR_MESSAGE, error.errorMessage());
        }
        if (!error.failedAvp().isNone()) {
            writer.begin(Base.FAILED_AVP);
            error.failedAvp().writeTo(writer);
            writer.end();
        }
        error.detail().writeTo(writer);
        finish(exchange, error.result(), from);
    }
}
