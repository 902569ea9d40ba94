// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What the server says before a request reaches an operation, such as to a URL that is none: JSON with our headers, no page. */
final class ServerErrors extends ErrorHandler {

    private static final String BODY = "{\"result\":\"Failed\",\"reason\":\"the request is not acceptable HTTP\"}\n";

    private final CommonHeaders common;

    ServerErrors(String originHost) {
        this.common = new CommonHeaders(originHost);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        common.of("").forEach(response.getHeaders()::put);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.write(true, ByteBuffer.wrap(BODY.getBytes(StandardCharsets.US_ASCII)), callback);
        return true;
    }
}
