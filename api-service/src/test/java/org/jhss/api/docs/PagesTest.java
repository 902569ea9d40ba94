// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jhss.api.ApiFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages and files as a browser gets them, while provisioning is locked. */
class PagesTest {

    @TempDir
    Path directory;

    private ApiFixture api;
    private HttpClient client;

    @BeforeEach
    void start() throws Exception {
        api = ApiFixture.start(
                directory, Map.of("HSS_LOCK_PROVISIONING", "true", "HSS_PROVISIONING_KEY", "correct-horse"));
        client = HttpClient.newHttpClient();
    }

    @AfterEach
    void stop() {
        client.close();
        api.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docs/",
                "/docs",
                "/docs/docs.js",
                "/docs/docs.css",
                "/swagger.json",
                "/openapi.json",
                "/swaggerui/swagger-ui.css",
                "/swaggerui/swagger-ui-bundle.js",
                "/swaggerui/swagger-ui-standalone-preset.js",
                "/swaggerui/favicon-32x32.png"
            })
    void pagesNeedNoKeyAndMayLoadNothingFromElsewhere(String path) throws Exception {
        var reply = get(path);

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body()).isNotEmpty();
        assertThat(reply.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'; script-src 'self';");
        assertThat(reply.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void aCopyThatIsStillRightIsNotSentAgain() throws Exception {
        var tag = get("/openapi.json").headers().firstValue("ETag").orElseThrow();

        var again = get("/openapi.json", "If-None-Match", tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(get("/openapi.json", "If-None-Match", "\"other\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoTakesGzipGetsTheSameInFewerOctets() throws Exception {
        var plain = get("/swaggerui/swagger-ui-bundle.js").body();
        var zipped = get("/swaggerui/swagger-ui-bundle.js", "Accept-Encoding", "br, gzip");

        assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(zipped.body()).hasSizeLessThan(plain.length / 2);
        try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(zipped.body()))) {
            assertThat(unzipped.readAllBytes()).isEqualTo(plain);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docs/none.html",
                "/docs/DocsEndpoints.class",
                "/swaggerui/..%2Fpom.xml",
                "/swaggerui/%2e%2e",
                "/docs/.js",
                "/docs/..%5Cdocs.js"
            })
    void nothingElseOfTheClassPathIsServed(String path) throws Exception {
        assertThat(get(path).statusCode()).isIn(400, 404);
    }

    @Test
    void thePageNamesBothDocuments() throws Exception {
        var script = new String(get("/docs/docs.js").body(), StandardCharsets.UTF_8);

        assertThat(script).contains("openapi.json", "swagger.json").doesNotContain("http://", "https://");
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + api.server().address().getPort() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }
}
