// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Optional;
import org.jhss.platform.config.ApiAccessConfig;
import org.jhss.platform.lifecycle.StartFailure;
import org.jhss.testkit.tls.TestCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA"})
    void serves_over_tls_to_who_trusts_the_certificate(String algorithm) throws Exception {
        var own = TestCertificate.make(directory, "localhost", algorithm);
        try (var server = TestServer.start(false, Optional.of(new ApiAccessConfig.Tls(own.certificate(), own.key())));
                var client = HttpClient.newBuilder()
                        .sslContext(TestCertificate.anonymousClientOf(own))
                        .build()) {
            var port = server.address().getPort();
            var request = HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/thing/1"))
                    .build();

            var answer = client.send(request, BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"thing_id\":1");
            assertThatThrownBy(() -> {
                        try (var stranger = HttpClient.newHttpClient()) {
                            stranger.send(request, BodyHandlers.ofString());
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_key_that_cannot_be_read_fails_the_start_and_names_the_section() throws Exception {
        var own = TestCertificate.make(directory, "localhost");

        assertThatThrownBy(() -> TestServer.start(
                        false, Optional.of(new ApiAccessConfig.Tls(own.certificate(), own.certificate()))))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("api.tls")
                .hasMessageContaining("PKCS #8");
    }
}
