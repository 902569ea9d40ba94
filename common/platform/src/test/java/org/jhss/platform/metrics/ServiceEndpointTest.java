// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class ServiceEndpointTest {

    private static final InetSocketAddress ANY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private static ServiceEndpoint start(InetSocketAddress address) throws IOException {
        return ServiceEndpoint.start(
                address,
                () -> "some_total 1.0\n",
                () -> new ServiceEndpoint.Answer(true, "{}"),
                () -> new ServiceEndpoint.Answer(false, "{\"state\":\"DEGRADED\"}"));
    }

    private static HttpResponse<String> send(ServiceEndpoint endpoint, String method, String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var uri = URI.create("http://127.0.0.1:" + endpoint.address().getPort() + path);
            var request = HttpRequest.newBuilder(uri)
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void metricsAreShownInTheTextFormat() throws Exception {
        try (var endpoint = start(ANY)) {
            var answer = send(endpoint, "GET", "/metrics");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValue("text/plain; version=0.0.4; charset=utf-8");
            assertThat(answer.body()).isEqualTo("some_total 1.0\n");
        }
    }

    @Test
    void whatIsNotReadyIsAnswered503() throws Exception {
        try (var endpoint = start(ANY)) {
            assertThat(send(endpoint, "GET", "/health/live").statusCode()).isEqualTo(200);
            var answer = send(endpoint, "GET", "/health/ready");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).isEqualTo("{\"state\":\"DEGRADED\"}");
        }
    }

    @Test
    void otherPathsAndMethodsAreRefused() throws Exception {
        try (var endpoint = start(ANY)) {
            assertThat(send(endpoint, "GET", "/metrics/all").statusCode()).isEqualTo(404);
            assertThat(send(endpoint, "POST", "/metrics").statusCode()).isEqualTo(405);
            assertThat(send(endpoint, "HEAD", "/metrics").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aSecondInstanceTakesAFreePort() throws Exception {
        try (var first = start(ANY);
                var second = start(first.address())) {
            assertThat(second.address().getPort()).isNotEqualTo(first.address().getPort());
            assertThat(send(second, "GET", "/metrics").statusCode()).isEqualTo(200);
        }
    }
}
