// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.oam;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jhss.api.ApiFixture;
import org.jhss.api.ApiFixture.Reply;
import org.jhss.api.network.FakeBackbone;
import org.jhss.api.network.Ground;
import org.jhss.platform.bus.frame.MessageStatus;
import org.jhss.platform.lifecycle.ServiceState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OamContractTest {

    @TempDir
    Path directory;

    private final FakeBackbone backbone = new FakeBackbone();
    private ApiFixture api;

    private ApiFixture start(String... environment) throws Exception {
        var map = new HashMap<String, String>();
        for (int i = 0; i < environment.length; i += 2) {
            map.put(environment[i], environment[i + 1]);
        }
        api = ApiFixture.start(directory, map, backbone);
        return api;
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void ping_says_ok_when_all_that_is_needed_is_there() throws Exception {
        backbone.running("hss", ServiceState.READY).running("diameter", ServiceState.READY);

        var reply = start().get("/oam/ping");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().toString()).isEqualTo("{\"result\":\"OK\"}");
        var health = api.get("/oam/health");
        assertThat(health.status()).isEqualTo(200);
        assertThat(health.json().get("status").stringValue()).isEqualTo("up");
        assertThat(health.json().get("services").size()).isEqualTo(2);
    }

    @Test
    void ping_names_the_service_that_is_down() throws Exception {
        backbone.running("diameter", ServiceState.READY);

        var reply = start().get("/oam/ping");

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.json().get("result").stringValue()).isEqualTo("Failed");
        assertThat(reply.json().get("errors").size()).isEqualTo(1);
        assertThat(reply.json().at("/errors/0/field").stringValue()).isEqualTo("hss");
        assertThat(api.get("/oam/health").status()).isEqualTo(503);
    }

    @Test
    void ping_names_redis_and_the_database_when_they_are_down() throws Exception {
        backbone.available = false;
        start();
        api.store().database().close();

        var reply = api.get("/oam/ping");

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.json().get("errors").values().stream()
                        .map(error -> error.get("field").stringValue()))
                .containsExactly("database", "redis", "diameter", "hss");
    }

    @Test
    void ping_is_pyhss_constant_when_strict_asks_for_it_and_needs_no_key() throws Exception {
        backbone.available = false;
        start("API_COMPATIBILITY", "strict", "HSS_LOCK_PROVISIONING", "true", "HSS_PROVISIONING_KEY", "k");

        assertThat(api.get("/oam/ping").json().toString()).isEqualTo("{\"result\":\"OK\"}");
        assertThat(api.get("/oam/version").status()).isEqualTo(200);
        assertThat(api.get("/oam/serving_subs").status()).isEqualTo(401);
    }

    @Test
    void version_offers_the_source() throws Exception {
        var version = start().get("/oam/version").json();

        assertThat(version.propertyNames()).containsExactly("name", "version", "source", "licence");
        assertThat(version.get("source").stringValue()).startsWith("https://");
    }

    @Test
    void peers_have_exactly_pyhss_keys_and_metadata_as_text() throws Exception {
        backbone.peer("mme01.example", true).peer("mme02.example", false);

        var peers = start().get("/oam/diameter_peers").json();

        assertThat(peers.propertyNames()).containsExactly("10.0.0.1-3868", "10.0.0.2-3868");
        var first = peers.get("10.0.0.1-3868");
        assertThat(first.propertyNames())
                .containsExactlyInAnyOrder(
                        "IpAddress",
                        "Port",
                        "Hostname",
                        "Connected",
                        "TransportProtocol",
                        "PeerType",
                        "LastConnectTimestamp",
                        "LastDisconnectTimestamp",
                        "ReconnectionCount",
                        "Metadata");
        assertThat(first.get("Port").stringValue()).isEqualTo("3868");
        assertThat(first.get("Metadata").stringValue())
                .contains("\"DiameterPeerType\"")
                .contains("\"mme\"");
        assertThat(first.get("LastDisconnectTimestamp").stringValue()).isEmpty();
        assertThat(peers.at("/10.0.0.2-3868/LastDisconnectTimestamp").stringValue())
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"standard,503", "strict,200"})
    void peers_without_redis(String compatibility, int status) throws Exception {
        backbone.available = false;

        var reply = start("API_COMPATIBILITY", compatibility).get("/oam/diameter_peers");

        assertThat(reply.status()).isEqualTo(status);
        if (status == 200) {
            assertThat(reply.json().stringValue()).isEmpty();
        }
    }

    @Test
    void served_subscribers_are_keyed_by_imsi_and_paged_on_request() throws Exception {
        start();
        for (int i = 1; i <= 3; i++) {
            Ground.subscriber(api, i);
            Ground.served(api, i);
        }

        assertThat(api.get("/oam/serving_subs").json().propertyNames())
                .containsExactly(Ground.imsi(1), Ground.imsi(2), Ground.imsi(3));
        assertThat(api.get("/oam/serving_subs?page=1&page_size=2").json().propertyNames())
                .containsExactly(Ground.imsi(3));
        assertThat(api.get("/oam/serving_subs_ims").json().propertyNames()).hasSize(3);
        assertThat(api.get("/oam/serving_subs?page=x").status()).isEqualTo(400);
    }

    @Test
    void served_sessions_keep_all_apns_of_a_subscriber() throws Exception {
        start();
        Ground.subscriber(api, 1);
        Ground.session(api, 1, "internet", "10.45.0.1");
        Ground.session(api, 1, "ims", "10.46.0.1");

        var served = api.get("/oam/serving_subs_pcrf").json().get(Ground.imsi(1));

        assertThat(served.get("subscriber_routing").stringValue()).isEqualTo("10.46.0.1");
        assertThat(served.at("/apn_info/apn").stringValue()).isEqualTo("ims");
        assertThat(served.at("/subscriber_info/imsi").stringValue()).isEqualTo(Ground.imsi(1));
        assertThat(served.get("sessions").size()).isEqualTo(2);
        assertThat(api.get("/oam/serving_subs_pcrf?page=1").json().size()).isZero();
    }

    @Test
    void deregistering_tells_the_nodes_clears_the_state_and_says_what_is_left() throws Exception {
        backbone.answering("s6a.deregister", "SUCCESS");
        start();
        Ground.subscriber(api, 1);
        Ground.served(api, 1);
        Ground.session(api, 1, "internet", "10.45.0.1");

        var reply = api.get("/oam/deregister/" + Ground.imsi(1));

        assertThat(reply.status()).as(reply.json().toString()).isEqualTo(200);
        assertThat(reply.header("Deprecation")).isNotEmpty();
        assertThat(reply.json().propertyNames()).containsExactly("subscriber", "ims_subscriber", "pcrf");
        assertThat(reply.json().at("/ims_subscriber/scscf").isNull()).isTrue();
        assertThat(reply.json().at("/ims_subscriber/pcscf").stringValue()).isEqualTo("pcscf01");
        assertThat(reply.json().at("/pcrf/apns").toString()).isEqualTo("{\"internet\":{},\"ims\":{}}");
        assertThat(backbone.calls.getFirst().arguments().toString())
                .isEqualTo("{\"imsi\":\"" + Ground.imsi(1) + "\",\"reattach\":true}");
        assertThat(api.send("POST", "/oam/deregister/" + Ground.imsi(1) + "?reattach=false", "")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void deregistering_by_node_tells_which_interface_is_not_served() throws Exception {
        backbone.answering("s6a.deregister", "NO_PEER");
        start();
        Ground.subscriber(api, 1);
        Ground.served(api, 1);
        Ground.session(api, 1, "internet", "10.45.0.1");

        var json = api.send("POST", "/v1/oam/deregister/" + Ground.imsi(1), "").json();

        assertThat(json.get("sent").booleanValue()).isFalse();
        assertThat(json.at("/nodes/0/result").stringValue()).isEqualTo("NO_PEER");
        assertThat(json.at("/nodes/1/node").stringValue()).isEqualTo("scscf");
        assertThat(json.at("/nodes/1/result").stringValue()).isEqualTo("NOT_SERVED");
        assertThat(json.at("/nodes/2/host").stringValue()).isEqualTo("pgw01");
    }

    @ParameterizedTest
    @CsvSource({"UNAVAILABLE,503", "TIMEOUT,504", "UNKNOWN_CALL,503"})
    void nothing_is_cleared_when_nobody_can_be_asked(MessageStatus status, int expected) throws Exception {
        backbone.away("s6a.deregister", status);
        start();
        Ground.subscriber(api, 1);
        Ground.served(api, 1);

        assertThat(api.get("/oam/deregister/" + Ground.imsi(1)).status()).isEqualTo(expected);
        assertThat(api.get("/ims_subscriber/1").json().get("scscf").stringValue())
                .isEqualTo("scscf01");
    }

    @ParameterizedTest
    @CsvSource({"standard,404", "strict,200"})
    void deregistering_a_stranger(String compatibility, int status) throws Exception {
        var reply = start("API_COMPATIBILITY", compatibility).get("/oam/deregister/999990000000099");

        assertThat(reply.status()).isEqualTo(status);
        assertThat(status == 200 ? reply.json().isNull() : reply.json().isObject())
                .isTrue();
        assertThat(backbone.calls).isEmpty();
    }

    @Test
    void reconciling_compares_the_sites_and_says_who_cannot_be_asked() throws Exception {
        try (var other = ApiFixture.start(Files.createDirectory(directory.resolve("other")), Map.of())) {
            Ground.subscriber(other, 1);
            Ground.served(other, 1);
            other.patch("/ims_subscriber/1", "{\"scscf\":\"scscf02\"}");
            var url = "http://127.0.0.1:" + other.server().address().getPort();
            start("GEORED_ENDPOINT_1", url, "GEORED_ENDPOINT_2", "http://127.0.0.1:1");
            Ground.subscriber(api, 1);
            Ground.served(api, 1);

            var json = api.get("/oam/reconcile/ims/" + Ground.imsi(1)).json();

            assertThat(json.at("/localhost/scscf").stringValue()).isEqualTo("scscf01");
            assertThat(json.get(url).get("scscf").stringValue()).isEqualTo("scscf02");
            assertThat(json.get("http://127.0.0.1:1").stringValue()).startsWith("cannot be asked");
            assertThat(json.get("mismatches").toString())
                    .isEqualTo("[{\"localhost\":\"scscf01\",\"" + url + "\":\"scscf02\"}]");
        }
    }

    @Test
    void reconciling_a_stranger_is_not_found() throws Exception {
        assertThat(start().get("/oam/reconcile/ims/999990000000099").status()).isEqualTo(404);
    }

    private static final String ROLLED_BACK = "Rolled back operation with operation_id: ";

    @Test
    void a_rollback_is_told_in_pyhss_words_and_exact() throws Exception {
        start();
        Ground.subscriber(api, 1);
        api.patch("/apn/1?operation_id=op-1", "{\"apn\":\"changed\"}");

        var reply = api.send("POST", "/oam/rollback_operation/op-1", "");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().stringValue()).startsWith(ROLLED_BACK).endsWith("\n");
        assertThat(api.get("/apn/1").json().get("apn").stringValue()).isEqualTo("internet");
        assertThat(api.get("/oam/rollback_operation/op-1").status()).isEqualTo(409);
    }

    @Test
    void the_last_operation_is_rolled_back_by_get_too_with_a_warning() throws Exception {
        start();
        Ground.subscriber(api, 1);
        api.patch("/apn/1", "{\"apn\":\"changed\"}");

        Reply reply = api.get("/oam/rollback_operation/last");

        assertThat(reply.json().stringValue()).startsWith(ROLLED_BACK);
        assertThat(reply.header("Deprecation")).isNotEmpty();
        assertThat(reply.header("Link")).contains("/oam/rollback_operation/last");
    }

    @Test
    void rows_that_have_changed_since_are_named_and_set_back_by_force_only() throws Exception {
        start();
        Ground.subscriber(api, 1);
        api.patch("/apn/1?operation_id=op-1", "{\"apn\":\"changed\"}");
        api.patch("/apn/1?operation_id=op-2", "{\"apn\":\"again\"}");

        var refused = api.send("POST", "/oam/rollback_operation/op-1", "");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().at("/errors/0/field").stringValue()).isEqualTo("apn 1.apn");
        assertThat(api.send("POST", "/oam/rollback_operation/op-1?force=true", "")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void there_may_be_nothing_to_roll_back() throws Exception {
        start("API_COMPATIBILITY", "strict");

        assertThat(api.get("/oam/rollback_operation/last").json().stringValue())
                .isEqualTo("No operations to roll back.");
        assertThat(api.get("/oam/rollback_operation/nope").json().stringValue())
                .isEqualTo("No operation to roll back.");
    }
}
