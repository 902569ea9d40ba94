// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.v1;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jhss.api.ApiFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** What {@code /v1} adds. */
class V1ContractTest {

    static final List<Collection> COLLECTIONS = Collection.ALL;

    @TempDir
    Path directory;

    private ApiFixture api;

    @BeforeEach
    void start() throws Exception {
        api = ApiFixture.start(directory, Map.of());
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private ApiFixture.Reply post(String path, String body, String... headers) throws Exception {
        return api.send("POST", path, body, headers);
    }

    private void apns(int count) throws Exception {
        for (int i = 1; i <= count; i++) {
            var made = post("/v1/apns", "{\"apn\":\"apn" + i + "\",\"apn_ambr_dl\":" + 10 * i + ",\"apn_ambr_ul\":0}");
            assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        }
    }

    @ParameterizedTest
    @FieldSource("COLLECTIONS")
    void every_collection_lists_reads_and_tells_what_is_missing(Collection collection) throws Exception {
        var list = api.get(collection.path() + "?total=true");
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.json().get("items").isArray()).isTrue();
        assertThat(list.json().get("total").longValue()).isZero();

        var missing = api.get(collection.path() + "/7");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.header("Content-Type")).isEqualTo("application/problem+json");
        if (collection.writable()) {
            assertThat(api.delete(collection.path() + "/7").status()).isEqualTo(404);
            assertThat(api.patch(collection.path() + "/7", "{}").status()).isEqualTo(404);
            assertThat(post(collection.path(), "{\"no_such_key\":1}").status()).isEqualTo(422);
        } else {
            assertThat(post(collection.path(), "{}").status()).isEqualTo(405);
        }
    }

    @Test
    void a_create_says_where_the_object_is_and_shows_our_own_columns() throws Exception {
        var made = post("/v1/apns", "{\"apn\":\"internet\",\"apn_ambr_dl\":0,\"apn_ambr_ul\":0}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo("/v1/apns/1");
        assertThat(made.json().size()).isGreaterThan(20);

        var read = api.get("/v1/apns/1");
        assertThat(read.json()).isEqualTo(made.json());
        assertThat(read.header("ETag")).isEqualTo(made.header("ETag")).matches("\"[0-9a-f]{32}\"");
        assertThat(api.get("/v1/apns/1", "If-None-Match", read.header("ETag")).status())
                .isEqualTo(304);
    }

    @Test
    void who_has_not_seen_the_last_change_cannot_overwrite_it() throws Exception {
        apns(1);
        var seen = api.get("/v1/apns/1").header("ETag");
        var changed = api.patch("/v1/apns/1", "{\"qci\":8}", "If-Match", seen);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEqualTo(seen);

        assertThat(api.patch("/v1/apns/1", "{\"qci\":7}", "If-Match", seen).status())
                .isEqualTo(412);
        assertThat(api.delete("/v1/apns/1", "If-Match", seen).status()).isEqualTo(412);
        assertThat(api.get("/v1/apns/1").json().get("qci").intValue()).isEqualTo(8);
        assertThat(api.delete("/v1/apns/1", "If-Match", changed.header("ETag")).status())
                .isEqualTo(204);
    }

    @Test
    void a_change_without_if_match_is_refused_where_that_is_configured() throws Exception {
        apns(1);
        api.close();
        api = ApiFixture.start(directory, Map.of("API_REQUIRE_IF_MATCH", "true"));
        assertThat(api.patch("/v1/apns/1", "{}").status()).isEqualTo(428);
        assertThat(api.delete("/v1/apns/1").status()).isEqualTo(428);
        assertThat(api.patch("/v1/apns/1", "{}", "If-Match", "*").status()).isEqualTo(200);
    }

    @Test
    void a_replacement_gives_what_it_leaves_out_its_default() throws Exception {
        apns(1);
        api.patch("/v1/apns/1", "{\"qci\":5,\"pgw_address\":\"10.0.0.1\"}");
        var replaced = api.put("/v1/apns/1", "{\"apn\":\"other\",\"apn_ambr_dl\":1,\"apn_ambr_ul\":1}");
        assertThat(replaced.status()).as(replaced.raw().body()).isEqualTo(200);
        assertThat(replaced.json().get("qci").intValue()).isEqualTo(9);
        assertThat(replaced.json().get("pgw_address").isNull()).isTrue();
        assertThat(api.patch("/v1/apns/1", "{\"no_such_key\":1}").status()).isEqualTo(422);
    }

    @Test
    void keys_of_a_sim_are_neither_kept_nor_repeated_under_an_idempotency_key() throws Exception {
        var shows = Files.createDirectory(directory.resolve("shows"));
        try (var insecure = ApiFixture.start(shows, Map.of("API_ENABLE_INSECURE_AUC", "true"))) {
            var ki = "465b5ce8b199b49faa5f0a2ee238a6bc";
            var body = "{\"imsi\":\"001010000000001\",\"ki\":\"" + ki
                    + "\",\"opc\":\"cd63cb71954a9f4e48a5994e37a02baf\",\"amf\":\"8000\"}";

            var first = insecure.send("POST", "/v1/aucs", body, "Idempotency-Key", "k1");
            var again = insecure.send("POST", "/v1/aucs", body, "Idempotency-Key", "k1");

            assertThat(first.json().get("ki").stringValue()).isEqualTo(ki);
            assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
            assertThat(again.json().get("auc_id")).isEqualTo(first.json().get("auc_id"));
            assertThat(again.raw().body()).doesNotContain(ki).doesNotContain("cd63cb71");
        }
    }

    @Test
    void the_same_request_under_the_same_key_is_carried_out_once() throws Exception {
        var body = "{\"apn\":\"internet\",\"apn_ambr_dl\":0,\"apn_ambr_ul\":0}";
        var first = post("/v1/apns", body, "Idempotency-Key", "k1");
        var again = post("/v1/apns", body, "Idempotency-Key", "k1");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(api.get("/v1/apns?total=true").json().get("total").intValue())
                .isEqualTo(1);

        var other = post("/v1/apns", body.replace("internet", "ims"), "Idempotency-Key", "k1");
        assertThat(other.status()).isEqualTo(422);

        assertThat(post("/v1/apns", "{\"apn\":1}", "Idempotency-Key", "k2").status())
                .isEqualTo(422);
        assertThat(post("/v1/apns", body.replace("internet", "ims"), "Idempotency-Key", "k2")
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "apn=apn2|2",
                "apn[eq]=apn2|2",
                "apn[ne]=apn2&apn_id[lt]=4|1 3",
                "apn_ambr_dl[ge]=40|4 5",
                "apn_ambr_dl[gt]=40|5",
                "apn_ambr_dl[le]=20&sort=-apn_id|2 1",
                "apn[prefix]=apn&limit=2|1 2",
                "apn[contains]=PN3|3",
                "apn_id[in]=1,5,77|1 5",
                "pgw_address[null]=true&sort=-apn_ambr_dl&limit=2|5 4",
                "pgw_address[null]=false|''",
                "sort=-apn&offset=4|1",
            })
    void lists_are_filtered_and_sorted(String query, String ids) throws Exception {
        apns(5);
        var list = api.get("/v1/apns?" + query.replace("[", "%5B").replace("]", "%5D"));
        assertThat(list.status()).as(list.raw().body()).isEqualTo(200);
        var found = list.json().get("items").values().stream()
                .map(row -> row.get("apn_id").asString())
                .toList();
        assertThat(String.join(" ", found)).isEqualTo(ids.equals("''") ? "" : ids);
    }

    @ParameterizedTest
    @CsvSource({
        "nonsense=1,nonsense",
        "apn%5Blike%5D=x,apn",
        "qci=word,qci",
        "qci%5Bprefix%5D=1,qci",
        "sort=nonsense,nonsense",
        "limit=0,limit",
        "limit=100000,limit",
        "cursor=rubbish,cursor",
        "total=perhaps,total"
    })
    void a_wrong_query_is_told_by_parameter(String query, String parameter) throws Exception {
        var refused = api.get("/v1/apns?" + query);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("errors").get(0).get("field").stringValue())
                .isEqualTo(parameter);
    }

    @ParameterizedTest
    @CsvSource({"limit=2", "limit=2&sort=-apn_ambr_dl", "limit=3&apn%5Bprefix%5D=apn"})
    void following_next_gives_each_object_once(String query) throws Exception {
        apns(5);
        var ids = new ArrayList<Integer>();
        var next = "/v1/apns?" + query;
        for (int pages = 0; pages < 4 && !next.isEmpty(); pages++) {
            var page = api.get(next);
            page.json().get("items").forEach(row -> ids.add(row.get("apn_id").intValue()));
            next = page.json().path("next").asString("");
            assertThat(page.header("Link").contains("rel=\"next\"")).isEqualTo(!next.isEmpty());
        }
        assertThat(ids).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
    }

    @Test
    void keys_of_a_sim_are_neither_shown_nor_searchable() throws Exception {
        var made = post(
                "/v1/aucs",
                "{\"ki\":\"465B5CE8B199B49FAA5F0A2EE238A6BC\",\"opc\":\"CD63CB71954A9F4E48A5994E37A02BAF\",\"amf\":\"8000\"}");
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        assertThat(made.json().has("ki")).isFalse();
        assertThat(api.get("/v1/aucs?ki%5Blt%5D=5").status()).isEqualTo(400);
        assertThat(api.get("/v1/aucs?sort=ki").status()).isEqualTo(400);
        assertThat(api.get("/v1/operations").raw().body())
                .doesNotContainIgnoringCase("465B5CE8B199B49FAA5F0A2EE238A6BC");
    }

    @Test
    void the_history_has_typed_values_and_operations_can_be_taken_back() throws Exception {
        apns(1);
        api.patch("/apn/1?operation_id=op-1", "{\"qci\":7}", "X-Request-Id", "req-1");

        var newest =
                api.get("/v1/operations?table=apn&item_id=1&limit=1").json().get(0);
        assertThat(newest.get("before").get("qci").intValue()).isEqualTo(9);
        assertThat(newest.get("after").get("qci").intValue()).isEqualTo(7);
        assertThat(newest.get("actor").stringValue()).isEqualTo("anonymous");
        assertThat(newest.get("request_id").stringValue()).isEqualTo("req-1");
        assertThat(api.get("/v1/operations?actor=nobody").json().isEmpty()).isTrue();
        assertThat(api.get("/v1/operations?since=2000-01-01T00:00:00Z").json().size())
                .isEqualTo(2);
        assertThat(api.get("/v1/operations?until=2000-01-01T00:00:00Z").json().isEmpty())
                .isTrue();
        assertThat(api.get("/v1/operations?since=yesterday").status()).isEqualTo(400);
        assertThat(api.get("/v1/operations/op-1").json().size()).isEqualTo(1);
        assertThat(api.get("/v1/operations/none").status()).isEqualTo(404);

        var back = post("/v1/operations/op-1/rollback", "");
        assertThat(back.status()).as(back.raw().body()).isEqualTo(200);
        assertThat(api.get("/apn/1").json().get("qci").intValue()).isEqualTo(9);
        assertThat(post("/v1/operations/op-1/rollback", "").status()).isEqualTo(409);
        assertThat(post("/v1/operations/none/rollback", "").status()).isEqualTo(404);
    }

    @Test
    void what_the_network_was_told_can_be_read() throws Exception {
        assertThat(api.get("/v1/changes?state=failed&imsi=999990000000001")
                        .json()
                        .isEmpty())
                .isTrue();
        assertThat(api.get("/v1/changes/7").status()).isEqualTo(404);
        assertThat(api.get("/v1/changes?state=lost").status()).isEqualTo(400);
        assertThat(api.get("/v1/changes?imsi=x").status()).isEqualTo(400);
    }
}
