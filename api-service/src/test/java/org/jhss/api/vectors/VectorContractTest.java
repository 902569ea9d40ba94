// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import org.jhss.aka.AkaEngine;
import org.jhss.aka.MilenageKey;
import org.jhss.aka.Sqn;
import org.jhss.aka.Usim;
import org.jhss.aka.UsimAnswer;
import org.jhss.api.ApiFixture;
import org.jhss.api.network.Ground;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class VectorContractTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final MilenageKey KEY = MilenageKey.ofOpc(
            HEX.parseHex("465b5ce8b199b49faa5f0a2ee238a6bc"), HEX.parseHex("cd63cb71954a9f4e48a5994e37a02baf"));

    @TempDir
    Path directory;

    private ApiFixture api;

    private void start(Map<String, String> environment) throws Exception {
        api = ApiFixture.start(directory, environment);
        Ground.subscriber(api, 1);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private long sqn() throws Exception {
        return api.get("/auc/1").json().get("sqn").longValue();
    }

    /** The sequence number that a USIM with the test keys would find in a vector. */
    private static long sqnOf(JsonNode vector) {
        var autn = HEX.parseHex(vector.get("autn").stringValue());
        var functions =
                new AkaEngine().start(KEY, HEX.parseHex(vector.get("rand").stringValue()));
        return Sqn.decode(autn, 0) ^ functions.f5();
    }

    @Test
    void each_vector_is_different_and_uses_up_a_sequence_number() throws Exception {
        start(Map.of());

        var reply = api.get("/auc/aka/vector_count/32/imsi/" + Ground.imsi(1));

        assertThat(reply.status()).as(reply.json().toString()).isEqualTo(200);
        assertThat(reply.header("Deprecation")).isNotEmpty();
        var rands = new HashSet<String>();
        long last = -1;
        for (var vector : reply.json()) {
            assertThat(vector.propertyNames()).containsExactly("rand", "autn", "xres", "ck", "ik");
            rands.add(vector.get("rand").stringValue());
            assertThat(sqnOf(vector)).isGreaterThan(last);
            last = sqnOf(vector);
        }
        assertThat(rands).hasSize(32);
        assertThat(sqn()).isGreaterThan(last);
    }

    @Test
    void an_eap_vector_tells_mac_and_ak() throws Exception {
        start(Map.of());

        var vector = api.send("POST", "/auc/eap_aka/plmn/99999/imsi/" + Ground.imsi(1), "")
                .json();

        assertThat(vector.propertyNames()).containsExactly("rand", "xres", "autn", "mac", "ak");
        assertThat(vector.get("autn").stringValue()).endsWith(vector.get("mac").stringValue());
        var ak = new byte[Sqn.LENGTH];
        Sqn.encode(
                new AkaEngine()
                        .start(KEY, HEX.parseHex(vector.get("rand").stringValue()))
                        .f5(),
                ak,
                0);
        assertThat(vector.get("ak").stringValue()).isEqualTo(HEX.formatHex(ak));
    }

    @ParameterizedTest
    @CsvSource({
        "/auc/aka/vector_count/0/imsi/999990000000001,400",
        "/auc/aka/vector_count/33/imsi/999990000000001,400",
        "/auc/aka/vector_count/-1/imsi/999990000000001,400",
        "/auc/aka/vector_count/1/imsi/999990000000099,404",
        "/auc/eap_aka/plmn/99999/imsi/999990000000099,404",
        "/auc/aka/resync/imsi/999990000000001/auts/00/rand/23553cbe9637a89d218ae64dae47bf35,400",
        "/auc/aka/resync/imsi/999990000000001/auts/0000000000000000000000000000/rand/23553cbe9637a89d218ae64dae47bf35,422"
    })
    void mistakes_are_told_and_move_nothing(String path, int status) throws Exception {
        start(Map.of());

        assertThat(api.get(path).status()).isEqualTo(status);
        assertThat(sqn()).isZero();
    }

    @Test
    void a_genuine_auts_moves_the_sequence_number() throws Exception {
        start(Map.of());
        long sqnMs = 1L << 40;
        var usim = new Usim(new AkaEngine(), KEY, 5, sqnMs);
        var vector =
                api.get("/auc/aka/vector_count/1/imsi/" + Ground.imsi(1)).json().get(0);
        var rand = vector.get("rand").stringValue();
        var answer = usim.authenticate(
                HEX.parseHex(rand), HEX.parseHex(vector.get("autn").stringValue()));
        var auts = HEX.formatHex(((UsimAnswer.SynchronisationFailure) answer).auts());

        var reply = api.get("/auc/aka/resync/imsi/" + Ground.imsi(1) + "/auts/" + auts + "/rand/" + rand);

        assertThat(reply.status()).as(reply.json().toString()).isEqualTo(200);
        assertThat(reply.json().isNull()).isTrue();
        assertThat(sqn()).isGreaterThan(sqnMs);
    }

    @Test
    void vectors_need_the_key_when_provisioning_is_locked() throws Exception {
        api = ApiFixture.start(
                directory,
                Map.of("HSS_LOCK_PROVISIONING", "true", "HSS_PROVISIONING_KEY", "k", "API_LOCKED_READS", "false"));

        assertThat(api.get("/auc/aka/vector_count/1/imsi/999990000000001").status())
                .isEqualTo(401);
        assertThat(api.get("/auc/aka/vector_count/1/imsi/999990000000001", "Provisioning-Key", "k")
                        .status())
                .isEqualTo(404);
    }
}
