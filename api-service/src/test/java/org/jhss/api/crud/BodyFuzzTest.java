// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.crud;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.jhss.api.ApiFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a client sends, it is told what is wrong with it, and nothing of us. */
class BodyFuzzTest {

    private static final int TRIES = 60;
    private static final String[] VALUES = {
        "null",
        "true",
        "-1",
        "1e400",
        "99999999999999999999",
        "\"\"",
        "\"\\u0000\"",
        "\"'; DROP TABLE apn; --\"",
        "[]",
        "{}",
        "[[1]]",
        "\"" + "x".repeat(5000) + "\"",
        "\"\\ud800\"",
        "0.5",
        "\"None\"",
        "\"٣\""
    };

    @TempDir
    static Path directory;

    private static ApiFixture api;

    @BeforeAll
    static void start() throws Exception {
        api = ApiFixture.start(directory, Map.of());
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void no_body_is_a_defect_of_ours(long seed) throws Exception {
        var random = new Random(seed);
        for (int i = 0; i < TRIES; i++) {
            var sample = Samples.ALL.get(random.nextInt(Samples.ALL.size()));
            var body = mutated(sample.body(), random);

            var reply = api.put(sample.base(), body);

            assertThat(reply.status()).as(sample.base() + " " + body).isIn(200, 400, 409, 422);
            assertThat(reply.raw().body()).doesNotContain("SQL", "Exception", "org.jhss", "INSERT INTO");
        }
    }

    /** Another value for a key, or another octet somewhere. */
    private static String mutated(String body, Random random) {
        if (random.nextBoolean()) {
            int colon = body.indexOf(':', random.nextInt(body.length() / 2));
            int end = body.indexOf(',', colon);
            end = end < 0 ? body.length() - 1 : end;
            return body.substring(0, colon + 1) + VALUES[random.nextInt(VALUES.length)] + body.substring(end);
        }
        int at = random.nextInt(body.length());
        return body.substring(0, at) + (char) (' ' + random.nextInt(95)) + body.substring(at + 1);
    }
}
