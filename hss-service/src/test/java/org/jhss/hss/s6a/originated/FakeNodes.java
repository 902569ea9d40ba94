// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.originated;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.Vendors;
import org.jhss.diameter.message.DiameterBuffer;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.MessageWriter;
import org.jhss.hss.outbound.OutboundRequest;
import org.jhss.hss.outbound.OutboundResult;
import org.jhss.hss.outbound.RequestSender;

/** Nodes that answer what the HSS sends, without any network between. */
final class FakeNodes implements RequestSender {

    /** A request as its node got it. */
    record Received(OutboundRequest request, Message message) {}

    private final List<Received> received = new ArrayList<>();
    private final Map<String, OutboundResult> results = new HashMap<>();
    private Runnable meanwhile = () -> {};

    /** From now on {@code host} answers with that Result-Code, or Experimental-Result-Code of 3GPP, and these AVPs. */
    void answer(String host, boolean experimental, int code, Consumer<MessageWriter> avps) {
        var answer = encode(writer -> avps.accept(writer.start(0, 0, 0, 0, 0)));
        results.put(
                host.toLowerCase(Locale.ROOT),
                new OutboundResult.Answer(experimental ? Vendors.THREE_GPP : 0, code, answer));
    }

    /** From now on this becomes of requests to {@code host}. */
    void fail(String host, OutboundResult result) {
        results.put(host.toLowerCase(Locale.ROOT), result);
    }

    /** Happens between a request and its answer. */
    void meanwhile(Runnable action) {
        meanwhile = action;
    }

    List<Received> received() {
        return received;
    }

    @Override
    public CompletableFuture<OutboundResult> send(OutboundRequest request) {
        var host = request.destinationHost().orElseThrow().value();
        received.add(new Received(
                request,
                encode(writer -> request.body()
                        .accept(writer.startRequest(request.command(), 0, 0)
                                .add(Base.DESTINATION_HOST, host)
                                .add(
                                        Base.DESTINATION_REALM,
                                        request.destinationRealm().value())))));
        meanwhile.run();
        return CompletableFuture.completedFuture(
                results.getOrDefault(host.toLowerCase(Locale.ROOT), new OutboundResult.NoPeer()));
    }

    private static Message encode(Consumer<MessageWriter> content) {
        var buffer = new DiameterBuffer();
        var writer = new MessageWriter(buffer);
        content.accept(writer);
        return (Message) Message.parse(buffer.copy(0, writer.finish()));
    }
}
