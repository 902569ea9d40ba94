// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.sim.stack;

import org.jdiameter.api.Answer;
import org.jdiameter.api.Message;
import org.jdiameter.api.Request;
import org.jhss.identity.Imsi;
import org.jspecify.annotations.Nullable;

/** Turns a request of the HSS into a {@link ReceivedRequest}, and its handler's decision into an answer. */
final class InboundRequests {

    private static final long COMMAND_UNSUPPORTED = 3001;
    private static final long NO_STATE_MAINTAINED = 1;

    private final PeerIdentity self;
    private final RequestHandler handler;
    private final WireTap tap;

    InboundRequests(PeerIdentity self, RequestHandler handler, WireTap tap) {
        this.self = self;
        this.handler = handler;
        this.tap = tap;
    }

    /** The answer, or null to stay silent, as jDiameter wants it. */
    @SuppressWarnings("NullAway") // jDiameter's contract: null means that no answer is sent now
    Answer processRequest(Request request) {
        return answerTo(request);
    }

    private @Nullable Answer answerTo(Request request) {
        var frame = tap.takePeerRequest(request.getHopByHopIdentifier());
        var command = Command.of(request.getCommandCode());
        var answer = request.createAnswer();
        if (command.isEmpty() || frame.isEmpty()) {
            finish(answer, Outcome.base(COMMAND_UNSUPPORTED));
            answer.setError(true);
            return answer;
        }
        var avps = new Avps(request.getAvps());
        var received = new ReceivedRequest(
                command.get(), avps.text(AvpName.USER_NAME).flatMap(Imsi::parse), avps, frame.get());
        var outcome = handler.handle(received, new AvpWriter(answer.getAvps()));
        if (outcome.isEmpty()) {
            return null;
        }
        finish(answer, outcome.get());
        return answer;
    }

    private void finish(Message answer, Outcome outcome) {
        var writer = new AvpWriter(answer.getAvps());
        if (outcome.experimental()) {
            writer.group(
                    AvpName.EXPERIMENTAL_RESULT,
                    group -> group.add(AvpName.VENDOR_ID, AvpName.TGPP)
                            .add(AvpName.EXPERIMENTAL_RESULT_CODE, outcome.code()));
        } else {
            writer.add(AvpName.RESULT_CODE, outcome.code());
        }
        writer.remove(AvpName.AUTH_SESSION_STATE)
                .add(AvpName.AUTH_SESSION_STATE, NO_STATE_MAINTAINED)
                .remove(AvpName.ORIGIN_HOST)
                .remove(AvpName.ORIGIN_REALM)
                .add(AvpName.ORIGIN_HOST, self.host().value())
                .add(AvpName.ORIGIN_REALM, self.realm().value());
    }
}
