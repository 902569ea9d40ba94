// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import org.jhss.api.error.Failure;
import org.jhss.api.error.Kind;
import org.jhss.api.route.Body;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads bodies as JSON, whatever their Content-Type says. */
final class BodyReader {

    /** What came of it. */
    sealed interface Result {

        /** The value; empty when nothing was sent and nothing need be. */
        record Read(Optional<JsonNode> value) implements Result {}

        /** It is too long or no JSON. */
        record Bad(Failure failure) implements Result {}
    }

    private static final int MAX_DEPTH = 32;

    /** Far longer than any number that a field takes; conversion of longer ones costs quadratic time. */
    private static final int MAX_NUMBER_LENGTH = 40;

    private final JsonMapper mapper;
    private final int maxSize;

    BodyReader(int maxSize) {
        this.maxSize = maxSize;
        var factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNumberLength(MAX_NUMBER_LENGTH)
                        .build())
                .build();
        mapper = JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /**
     * Reads a body.
     *
     * @param declaredLength header Content-Length; negative when there is none
     * @throws IOException when the client went away
     */
    Result read(Body expected, InputStream input, long declaredLength) throws IOException {
        if (declaredLength > maxSize) {
            return tooLarge();
        }
        var bytes = input.readNBytes(maxSize + 1);
        if (bytes.length > maxSize) {
            return tooLarge();
        }
        if (isBlank(bytes)) {
            return expected.required()
                    ? malformed("the body is empty; expected JSON")
                    : new Result.Read(Optional.empty());
        }
        try {
            var value = mapper.readTree(bytes);
            if (expected.schema().isObject() && !(value instanceof ObjectNode)) {
                return malformed("the body must be a JSON object, not "
                        + value.getNodeType().name().toLowerCase(Locale.ROOT));
            }
            return new Result.Read(Optional.of(value));
        } catch (JacksonException e) {
            return malformed("malformed JSON at " + position(e.getLocation()));
        }
    }

    /** Where it went wrong; what stands there may be a secret, so it is not repeated. */
    private static String position(TokenStreamLocation at) {
        return at.getLineNr() > 0 ? "line " + at.getLineNr() + ", column " + at.getColumnNr() : "an unknown position";
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
                return false;
            }
        }
        return true;
    }

    private Result tooLarge() {
        return new Result.Bad(
                Failure.of(Kind.TOO_LARGE, "the body is longer than " + maxSize + " octets (api.max_body_size)"));
    }

    private static Result malformed(String reason) {
        return new Result.Bad(Failure.of(Kind.MALFORMED, reason));
    }
}
