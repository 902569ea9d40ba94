// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.v1;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jhss.api.error.Failure;
import org.jhss.api.error.Kind;
import org.jhss.api.route.Answer;
import org.jhss.api.route.Handler;
import org.jhss.api.route.Parameter;
import org.jhss.api.route.Request;
import org.jhss.api.route.Schema;
import org.jhss.provisioning.schema.Column;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.store.access.KeptAnswers;
import org.jhss.store.access.KeptAnswers.Claim;
import org.jhss.store.access.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A POST that is sent again under the same Idempotency-Key is carried out once, and answered alike. */
final class Idempotency {

    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 255;

    static final Parameter PARAMETER = Parameter.header(
            HEADER,
            Schema.text(LONGEST_KEY),
            "Chosen by the client, unique per request: sent again, the request is answered as before instead of carried out anew",
            "8e03978e-40d5-43dd-bc93-6894a57f9324");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final KeptAnswers answers;
    private final Clock clock;

    Idempotency(KeptAnswers answers, Clock clock) {
        this.answers = answers;
        this.clock = clock;
    }

    /** {@code handler}, which answers an object of {@code type}, but once per key and client. Secret columns are not kept, nor repeated. */
    Handler once(ResourceType type, Handler handler) {
        return request -> {
            var key = request.header(HEADER);
            return key.isEmpty() ? handler.handle(request) : once(type, request, key.get(), handler);
        };
    }

    private Answer once(ResourceType type, Request request, String sent, Handler handler) {
        var caller = request.caller().name();
        var what = request.endpoint().method() + " " + request.endpoint().path() + " ";
        var key = Tokens.hash(caller.length() + ":" + caller + sent);
        var asked = Tokens.hash(what + request.object());
        return switch (answers.claim(key, asked, clock.instant())) {
            case Claim.Running _ ->
                Answer.failed(Failure.of(Kind.CONFLICT, "the request with this Idempotency-Key is being carried out")
                        .with("Retry-After", "1"));
            case Claim.OtherRequest _ ->
                Answer.failed(Failure.of(
                        Kind.INVALID, HEADER, "reused", "was sent before with another request; choose a new one"));
            case Claim.Answered answered -> replayed(answered.answer());
            case Claim.Mine _ -> carriedOut(type, request, key, handler);
        };
    }

    private Answer carriedOut(ResourceType type, Request request, String key, Handler handler) {
        boolean kept = false;
        try {
            var answer = handler.handle(request);
            if (answer instanceof Answer.Done done && done.content() instanceof Answer.Content.Tree tree) {
                answers.keep(
                        key,
                        new KeptAnswers.Answer(
                                done.status(),
                                lines(done.headers()),
                                withoutSecrets(type, tree.value()).toString()));
                kept = true;
            }
            return answer;
        } finally {
            if (!kept) {
                // Nothing was done, so the client may correct its request and send it under the same key.
                answers.forget(key);
            }
        }
    }

    private static JsonNode withoutSecrets(ResourceType type, JsonNode answer) {
        var kept = answer.deepCopy();
        if (kept instanceof ObjectNode object) {
            type.columns().stream().filter(Column::isSecret).map(Column::name).forEach(object::remove);
        }
        return kept;
    }

    private static Answer replayed(KeptAnswers.Answer kept) {
        var answer = Answer.json(kept.status(), JSON.readTree(kept.body()));
        for (var header : headers(kept.headers()).entrySet()) {
            answer = answer.with(header.getKey(), header.getValue());
        }
        return answer.with("Idempotency-Replayed", "true");
    }

    private static String lines(Map<String, String> headers) {
        var lines = new StringBuilder();
        headers.forEach(
                (name, value) -> lines.append(name).append(": ").append(value).append('\n'));
        return lines.toString();
    }

    private static Map<String, String> headers(String lines) {
        Map<String, String> headers = new LinkedHashMap<>();
        lines.lines().forEach(line -> {
            int colon = line.indexOf(": ");
            headers.put(line.substring(0, colon), line.substring(colon + 2));
        });
        return headers;
    }
}
