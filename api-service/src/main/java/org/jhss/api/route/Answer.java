// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.route;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jhss.api.error.Failure;
import org.jhss.api.error.Kind;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** What an operation answers. */
public sealed interface Answer {

    /** It worked. */
    record Done(int status, Map<String, String> headers, Content content) implements Answer {

        /** The same answer with a further header. */
        public Done with(String header, String value) {
            var more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Done(status, more, content);
        }
    }

    /** It did not; one place says it in JSON. */
    record Failed(Failure failure) implements Answer {}

    /** What a body is made of. */
    sealed interface Content {

        /** A JSON value, followed by a newline. */
        record Tree(JsonNode value) implements Content {}

        /** A JSON value that is written while the answer is sent, for long lists. Must write exactly one value. */
        record Stream(Consumer<JsonGenerator> writer) implements Content {}

        /** Anything else; the octets are not to be changed any more. */
        @SuppressWarnings("ArrayRecordComponent") // never compared, only sent
        record Bytes(String contentType, byte[] bytes) implements Content {}

        /** None. */
        record None() implements Content {}
    }

    /** 200 with a JSON value. */
    static Done json(JsonNode value) {
        return json(Status.OK, value);
    }

    /** A JSON value. */
    static Done json(int status, JsonNode value) {
        return new Done(status, Map.of(), new Content.Tree(value));
    }

    /** 200 with a JSON value that is written while it is sent. */
    static Done stream(Consumer<JsonGenerator> writer) {
        return new Done(Status.OK, Map.of(), new Content.Stream(writer));
    }

    /** A file or page. */
    static Done bytes(String contentType, byte[] bytes) {
        return new Done(Status.OK, Map.of(), new Content.Bytes(contentType, bytes));
    }

    /** No body. */
    static Done empty(int status) {
        return new Done(status, Map.of(), new Content.None());
    }

    /** 302 to another path. */
    static Done redirect(String location) {
        return empty(Status.FOUND).with("Location", location);
    }

    /** A failure. */
    static Failed failed(Failure failure) {
        return new Failed(failure);
    }

    /** The object that the path names is not there. */
    static Failed notFound(String reason) {
        return failed(Failure.of(Kind.NOT_FOUND, reason));
    }
}
