// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.jhss.api.ApiFixture;
import org.jhss.api.network.FakeBackbone;
import org.jhss.api.network.Ground;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PushContractTest {

    @TempDir
    Path directory;

    private final FakeBackbone backbone = new FakeBackbone();
    private ApiFixture api;

    private void start(String compatibility) throws Exception {
        api = ApiFixture.start(directory, Map.of("API_COMPATIBILITY", compatibility), backbone);
        Ground.subscriber(api, 1);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private static final String CLR = "{\"DestinationRealm\":\"epc.example\",\"DestinationHost\":\"mme01.example\","
            + "\"cancellationType\":2,\"diameterPeer\":\"dra01.example\",\"immediateReattach\":true}";

    private static final String PATH = "/push/clr/999990000000001";

    @Test
    void a_location_is_cancelled_at_a_named_node_and_forgotten_here() throws Exception {
        backbone.answering("s6a.cancel-location", "TIMEOUT").peer("DRA01.example", true);
        start("standard");
        Ground.served(api, 1);

        var reply = api.put(PATH, CLR);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().toString()).isEqualTo("{\"result\":\"Successfully queued CLR to dra01.example\"}");
        var arguments = backbone.calls.getLast().arguments();
        assertThat(arguments.get("host").stringValue()).isEqualTo("mme01.example");
        assertThat(arguments.get("type").intValue()).isEqualTo(2);
        assertThat(api.get("/subscriber/1").json().get("serving_mme").isNull()).isTrue();
    }

    @Test
    void another_serving_node_stays() throws Exception {
        backbone.answering("s6a.cancel-location", "SUCCESS").peer("dra01.example", true);
        start("standard");
        Ground.served(api, 1);

        assertThat(api.put(PATH, CLR.replace("mme01", "mme09")).status()).isEqualTo(200);
        assertThat(api.get("/subscriber/1").json().get("serving_mme").stringValue())
                .isEqualTo("mme01.example");
    }

    @Test
    void a_peer_that_is_not_connected_gets_nothing() throws Exception {
        backbone.answering("s6a.cancel-location", "SUCCESS").peer("dra01.example", false);
        start("standard");

        var reply = api.put(PATH, CLR);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().toString()).isEqualTo("{\"result\":\"Failed queueing CLR to dra01.example\"}");
        assertThat(backbone.calls).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "standard|cancellationType|422|cancellationType",
                "standard|immediateReattach|422|immediateReattach",
                "strict|cancellationType|200|cancellationType",
                "strict|diameterPeer|200|diameterPeer"
            })
    void what_is_missing_is_named(String compatibility, String field, int status, String named) throws Exception {
        start(compatibility);

        var reply = api.put(PATH, CLR.replace(field, "other"));

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.raw().body()).contains(named);
        if (status == 200) {
            assertThat(reply.json().get("Reason").stringValue()).isEqualTo("Unable to send CLR: '" + named + "'");
        }
    }

    @Test
    void a_stranger_is_not_found() throws Exception {
        backbone.peer("dra01.example", true);
        start("standard");

        assertThat(api.put("/push/clr/999990000000099", CLR).status()).isEqualTo(404);
        assertThat(api.put(PATH, CLR).status()).isEqualTo(503);
        assertThat(api.put(PATH, CLR.replace("epc.example", "no realm")).status())
                .isEqualTo(422);
    }
}
