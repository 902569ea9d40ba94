// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jhss.api.ApiFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what with and without the key, in each setting of the lock. */
class KeyModeTest {

    private static final String KEY = "correct horse";
    private static final int UNAUTHORIZED = 401;

    @TempDir
    static Path directory;

    private static final Map<String, ApiFixture> SERVERS = new HashMap<>();

    @BeforeAll
    static void start() throws Exception {
        SERVERS.put("open", server("open", false, true));
        SERVERS.put("locked", server("locked", true, true));
        SERVERS.put("pyhss", server("pyhss", true, false));
    }

    private static ApiFixture server(String name, boolean locked, boolean lockedReads) throws Exception {
        var home = directory.resolve(name);
        Files.createDirectory(home);
        return ApiFixture.start(
                home,
                Map.of(
                        "HSS_LOCK_PROVISIONING",
                        Boolean.toString(locked),
                        "HSS_PROVISIONING_KEY",
                        KEY,
                        "API_LOCKED_READS",
                        Boolean.toString(lockedReads),
                        "API_FAILED_LOGINS_PER_MINUTE",
                        "0"));
    }

    @AfterAll
    static void stop() {
        SERVERS.values().forEach(ApiFixture::close);
    }

    @ParameterizedTest
    @CsvSource({
        // server, method, path, allowed without key
        "open,   GET,     /apn/list,       true",
        "open,   PUT,     /apn/,           true",
        "open,   DELETE,  /apn/9,          true",
        "open,   HEAD,    /apn/list,       true",
        "open,   POST,    /v1/tokens,      true",
        "locked, GET,     /apn/list,       false",
        "locked, HEAD,    /apn/list,       false",
        "locked, GET,     /auc/list,       false",
        "locked, GET,     /operation_logs/list, false",
        "locked, GET,     /v1/subscribers, false",
        "locked, GET,     /v1/tokens,      false",
        "locked, PUT,     /apn/,           false",
        "locked, PATCH,   /apn/9,          false",
        "locked, DELETE,  /apn/9,          false",
        "locked, POST,    /v1/apns,        false",
        "locked, OPTIONS, /apn/9,          true",
        "locked, GET,     /,               true",
        "locked, GET,     /v1/health,      true",
        "locked, GET,     /no/such/path,   true",
        "locked, POST,    /apn/9,          true",
        "pyhss,  GET,     /apn/list,       true",
        "pyhss,  HEAD,    /apn/list,       true",
        "pyhss,  PUT,     /apn/,           false",
        "pyhss,  DELETE,  /apn/9,          false",
    })
    void the_lock_lets_in(String server, String method, String path, boolean open) throws Exception {
        var api = SERVERS.get(server);
        var body = method.equals("PUT") || method.equals("PATCH") || method.equals("POST") ? "{}" : "";

        assertThat(api.send(method, path, body).status() != UNAUTHORIZED).isEqualTo(open);
        assertThat(api.send(method, path, body, "Provisioning-Key", "wrong horse")
                                .status()
                        != UNAUTHORIZED)
                .isEqualTo(open);
        assertThat(api.send(method, path, body, "Provisioning-Key", KEY).status())
                .isNotEqualTo(UNAUTHORIZED);
    }

    @ParameterizedTest
    @CsvSource({"/apn/list", "/auc/1"})
    void a_refusal_is_told_in_pyhss_words(String path) throws Exception {
        assertThat(SERVERS.get("locked").get(path).raw().body())
                .isEqualTo("{\"Result\":\"Unauthorized - Provisioning-Key Invalid\"}\n");
    }
}
