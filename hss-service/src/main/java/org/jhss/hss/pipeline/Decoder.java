// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.pipeline;

import org.jhss.diameter.grammar.GrammarValidator;
import org.jhss.diameter.grammar.Violation;
import org.jhss.diameter.message.Limits;
import org.jhss.diameter.message.Malformation;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.ResultCode;
import org.jhss.hss.handler.FailedAvp;
import org.jhss.hss.handler.Outcome;
import org.jhss.hss.metrics.HssMetrics;
import org.jhss.platform.bus.frame.MessageKind;

/** Turns a message of the bus into a request on its route, or says why it is none. One per worker. */
final class Decoder {

    private final Dispatcher dispatcher;
    private final GrammarValidator validator;
    private final HssMetrics metrics;

    Decoder(Dispatcher dispatcher, Limits limits, HssMetrics metrics) {
        this.dispatcher = dispatcher;
        this.validator = new GrammarValidator(limits);
        this.metrics = metrics;
    }

    /**
     * Reads the message of {@code exchange}.
     *
     * @return false when there is nothing to answer
     */
    boolean decode(Exchange exchange) {
        var source = exchange.source();
        if (source.kind() != MessageKind.REQUEST_IN) {
            metrics.dropped().increment();
            return false;
        }
        return switch (exchange.reader().read(source.buffer(), source.offset(), source.length())) {
            case Malformation malformation -> decodeMalformed(exchange, malformation);
            case Message message -> decodeMessage(exchange, message);
        };
    }

    private boolean decodeMalformed(Exchange exchange, Malformation malformation) {
        var readable = malformation.readable();
        if (readable.isEmpty() || !malformation.isAnswerable()) {
            metrics.dropped().increment();
            return false;
        }
        exchange.decoded(readable.get(), dispatcher.route(readable.get()));
        exchange.refuse(Outcome.error(malformation.resultCode())
                .withFailedAvp(FailedAvp.of(malformation.failedAvp()))
                .withMessage(malformation.fault().description()));
        return true;
    }

    private boolean decodeMessage(Exchange exchange, Message message) {
        if (!message.isRequest()) {
            metrics.strayAnswers().increment();
            return false;
        }
        var route = dispatcher.route(message);
        exchange.decoded(message, route);
        if (message.isError()) {
            // RFC 6733 3: the E bit must not be set in requests.
            exchange.refuse(Outcome.error(ResultCode.INVALID_HDR_BITS));
            return true;
        }
        switch (route) {
            case Route.Unserved unserved -> {
                exchange.markFailed();
                exchange.refuse(Outcome.error(unserved.error()));
            }
            case Route.Served served -> {
                if (validator.validate(message, served.command()) instanceof Violation violation) {
                    exchange.refuse(Outcome.error(violation.resultCode())
                            .withFailedAvp(FailedAvp.of(violation.failedAvp()))
                            .withMessage(violation.description()));
                }
            }
        }
        return true;
    }
}
