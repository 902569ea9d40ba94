// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jhss.api.error.Rendered;
import org.jhss.api.route.Answer;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts answers on the wire. */
final class AnswerWriter {

    private static final String JSON = "application/json";
    private static final int STREAM_BUFFER = 32 * 1024;

    private final JsonMapper mapper =
            JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    /** Sends what an operation answered. */
    void send(HttpServletResponse response, Answer.Done answer) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        switch (answer.content()) {
            case Answer.Content.Tree tree -> json(response, JSON, tree.value());
            case Answer.Content.Stream stream -> {
                response.setContentType(JSON);
                response.setBufferSize(STREAM_BUFFER);
                var out = response.getOutputStream();
                try (var generator = mapper.createGenerator(out)) {
                    stream.writer().accept(generator);
                }
                out.write('\n');
            }
            case Answer.Content.Bytes bytes -> bytes(response, bytes.contentType(), bytes.bytes());
            case Answer.Content.None _ -> response.setContentLength(0);
        }
    }

    /** Sends a failure. */
    void send(HttpServletResponse response, Rendered failure) throws IOException {
        response.setStatus(failure.status());
        json(response, failure.contentType(), failure.body());
    }

    private void json(HttpServletResponse response, String contentType, JsonNode value) throws IOException {
        var json = mapper.writeValueAsBytes(value);
        response.setContentType(contentType);
        response.setContentLength(json.length + 1);
        var out = response.getOutputStream();
        out.write(json);
        out.write('\n');
    }

    private static void bytes(HttpServletResponse response, String contentType, byte[] bytes) throws IOException {
        response.setContentType(contentType);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
