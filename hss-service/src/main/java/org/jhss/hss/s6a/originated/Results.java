// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.originated;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jhss.diameter.message.ExperimentalResultCode;
import org.jhss.diameter.message.ResultCode;
import org.jhss.hss.outbound.OutboundResult;
import org.jhss.platform.bus.calls.CallResult;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON that calls are answered with: {@code {"results": [...]}}, one per node, or {@code {"error": {"field", "message"}}}. */
final class Results {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Results() {}

    /** The call cannot be done as it is. */
    static CallResult error(String field, String message) {
        var body = JSON.objectNode();
        body.putObject("error").put("field", field).put("message", message);
        return CallResult.answer(body);
    }

    /** There is no such subscriber. */
    static CallResult unknownSubscriber() {
        return error("imsi", "no such subscriber");
    }

    /** What became of the requests; a subscriber that is registered nowhere has none. */
    static CallResult of(List<Delivery> deliveries) {
        return of(deliveries, (answer, json) -> {});
    }

    /**
     * What became of the requests.
     *
     * @param detail adds what a successful answer tells
     */
    static CallResult of(List<Delivery> deliveries, BiConsumer<OutboundResult.Answer, ObjectNode> detail) {
        var body = JSON.objectNode();
        var results = body.putArray("results");
        for (var delivery : deliveries) {
            var json = results.addObject();
            var target = delivery.target();
            json.put("node", target.type().name().toLowerCase(Locale.ROOT));
            json.put("host", target.address().host());
            json.put("realm", target.address().realm());
            write(delivery.result(), json);
            if (delivery.isSuccess() && delivery.result() instanceof OutboundResult.Answer answer) {
                detail.accept(answer, json);
            }
        }
        return CallResult.answer(body);
    }

    private static void write(OutboundResult result, ObjectNode json) {
        json.put("success", result.isSuccess());
        switch (result) {
            case OutboundResult.Answer answer -> {
                json.put("result", name(answer));
                json.put("code", answer.code());
                json.put("vendor", answer.vendorId());
            }
            case OutboundResult.Failed failed -> {
                json.put("result", failed.text());
                json.put("reason", failed.reason());
            }
            case OutboundResult.NoPeer _, OutboundResult.Timeout _, OutboundResult.Disconnected _ ->
                json.put("result", result.text());
        }
    }

    /** The name of the code without its prefix, such as USER_UNKNOWN; the number where it has none. */
    private static String name(OutboundResult.Answer answer) {
        var name = answer.vendorId() == 0
                ? ResultCode.of(answer.code()).map(Enum::name)
                : ExperimentalResultCode.of(answer.code()).map(Enum::name);
        return name.orElseGet(() -> Integer.toString(answer.code()));
    }
}
