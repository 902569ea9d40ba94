// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jhss.api.ApiFixture;
import org.jhss.store.access.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bearer tokens and their roles. */
class TokenModeTest {

    private static final String KEY = "correct horse";

    @TempDir
    Path directory;

    private ApiFixture api;

    @BeforeEach
    void start() throws Exception {
        api = start("true", "0");
    }

    private ApiFixture start(String acceptKey, String failures) throws Exception {
        return ApiFixture.start(
                directory,
                Map.of(
                        "API_AUTH",
                        "tokens",
                        "HSS_PROVISIONING_KEY",
                        KEY,
                        "API_ACCEPT_PROVISIONING_KEY",
                        acceptKey,
                        "API_FAILED_LOGINS_PER_MINUTE",
                        failures));
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private String token(String role) throws Exception {
        var reply = api.send(
                "POST",
                "/v1/tokens",
                "{\"name\":\"test\",\"role\":\"" + role + "\",\"days\":1}",
                "Provisioning-Key",
                KEY);
        assertThat(reply.status()).isEqualTo(201);
        return reply.json().get("token").stringValue();
    }

    private int as(String token, String method, String path, String body) throws Exception {
        return api.send(method, path, body, "Authorization", "Bearer " + token).status();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "read      | GET    | /apn/list   |    | 200",
                "read      | PUT    | /apn/       | {} | 403",
                "read      | GET    | /v1/tokens  |    | 403",
                "provision | GET    | /apn/list   |    | 200",
                "provision | PUT    | /apn/       | {} | 422",
                "provision | GET    | /v1/tokens  |    | 403",
                "admin     | PUT    | /apn/       | {} | 422",
                "admin     | GET    | /v1/tokens  |    | 200",
                "admin     | DELETE | /v1/tokens/9 |   | 404",
            })
    void a_role_may(String role, String method, String path, String body, int status) throws Exception {
        assertThat(as(token(role), method, path, body == null ? "" : body)).isEqualTo(status);
    }

    @Test
    void without_a_token_nothing_but_open_pages_is_served() throws Exception {
        var refused = api.get("/apn/list");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(as("jhss_guess", "GET", "/apn/list", "")).isEqualTo(401);
        assertThat(api.get("/v1/health").status()).isEqualTo(200);
        assertThat(api.send("OPTIONS", "/apn/list", "").status()).isEqualTo(200);
    }

    @Test
    void a_token_is_listed_without_itself_and_worthless_when_revoked_or_expired() throws Exception {
        var token = token("read");
        var list = api.get("/v1/tokens", "Provisioning-Key", KEY);
        assertThat(list.raw().body()).doesNotContain(token, Tokens.hash(token)).contains("provisioning-key");

        var expired = Tokens.make();
        api.store()
                .apiTokens()
                .create("old", "admin", Tokens.hash(expired), "test", Instant.EPOCH, Optional.of(Instant.EPOCH));
        assertThat(as(expired, "GET", "/apn/list", "")).isEqualTo(401);

        long id = list.json().get(0).get("token_id").longValue();
        assertThat(api.delete("/v1/tokens/" + id, "Provisioning-Key", KEY).status())
                .isEqualTo(204);
        assertThat(as(token, "GET", "/apn/list", "")).isEqualTo(401);
    }

    @Test
    void the_provisioning_key_counts_only_where_it_is_accepted() throws Exception {
        assertThat(api.get("/v1/tokens", "Provisioning-Key", KEY).status()).isEqualTo(200);
        api.close();
        api = start("false", "0");
        assertThat(api.get("/v1/tokens", "Provisioning-Key", KEY).status()).isEqualTo(401);
    }

    @Test
    void who_shows_wrong_tokens_too_often_is_refused_even_with_the_right_one() throws Exception {
        var token = token("read");
        api.close();
        api = start("true", "3");
        for (int i = 0; i < 3; i++) {
            assertThat(as("jhss_guess" + i, "GET", "/apn/list", "")).isEqualTo(401);
        }
        var refused = api.get("/apn/list", "Authorization", "Bearer " + token);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(Long.parseLong(refused.header("Retry-After"))).isPositive();
        assertThat(api.get("/v1/health").status()).isEqualTo(200);
    }

    @Test
    void a_client_beyond_its_rate_is_told_when_to_come_again() throws Exception {
        api.close();
        api = ApiFixture.start(directory, Map.of("API_RATE_LIMIT", "1", "API_RATE_BURST", "2"));
        api.get("/apn/list");
        api.get("/apn/list");
        var refused = api.get("/apn/list");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.json().get("reason").stringValue()).contains("requests per second");
    }
}
