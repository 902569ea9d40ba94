// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.crud;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jhss.api.ApiFixture;
import org.jhss.api.crud.Samples.Sample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** What clients of PyHSS rely on, path by path. */
class CrudContractTest {

    static final List<Sample> SAMPLES = Samples.ALL;

    @TempDir
    Path directory;

    private ApiFixture api;

    @BeforeEach
    void start() throws Exception {
        api = ApiFixture.start(directory, Map.of());
        for (var sample : SAMPLES) {
            var reply = api.put(sample.base(), sample.body());
            assertThat(reply.status()).as(sample + " " + reply.json()).isEqualTo(200);
        }
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void a_create_gives_the_whole_object_with_exactly_its_keys(Sample sample) throws Exception {
        var list = api.get(sample.base() + "list");
        if (sample.base().equals("/subscriber/routing/")) {
            list = api.get("/subscriber/routing/1/1");
            assertThat(list.json().propertyNames())
                    .containsExactlyInAnyOrder(sample.keys().split(" ", -1));
            return;
        }
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.json().isArray()).isTrue();
        assertThat(list.json().size()).isEqualTo(1);
        assertThat(list.json().get(0).propertyNames())
                .containsExactlyInAnyOrder(sample.keys().split(" ", -1));
        assertThat(list.json().get(0).get(sample.id()).intValue()).isEqualTo(1);
        assertThat(list.json().get(0).get("last_modified").stringValue())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void a_change_gives_the_object_after_it_and_ignores_unknown_keys(Sample sample) throws Exception {
        var change = sample.change().replace("}", ",\"no_such_key\":1}");

        var reply = api.patch(sample.base() + "1", change);

        assertThat(reply.status()).as(reply.json().toString()).isEqualTo(200);
        assertThat(reply.json().propertyNames())
                .containsExactlyInAnyOrder(sample.keys().split(" ", -1));
        var key = sample.change().substring(2, sample.change().indexOf('"', 2));
        assertThat(sample.change()).contains("\"" + key + "\":" + reply.json().get(key));
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void nothing_to_change_is_no_mistake(Sample sample) throws Exception {
        assertThat(api.patch(sample.base() + "1", "{}").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void what_is_not_there_is_told_with_404_and_a_reason(Sample sample) throws Exception {
        var change = api.patch(sample.base() + "99", sample.change());

        assertThat(change.status()).isEqualTo(404);
        assertThat(change.json().get("result").stringValue()).isEqualTo("Failed");
        assertThat(change.json().get("reason").stringValue()).contains("99");
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void malformed_json_is_told_with_its_position_and_an_unknown_key_by_name(Sample sample) throws Exception {
        var malformed = api.put(sample.base(), "{\"a\":");
        assertThat(malformed.status()).isEqualTo(400);
        assertThat(malformed.json().get("reason").stringValue()).contains("line 1, column");

        var unknown = api.put(sample.base(), sample.body().replace("}", ",\"no_such_key\":1}"));
        assertThat(unknown.status()).isIn(409, 422);
        assertThat(unknown.json().get("errors").toString()).contains("no_such_key");
    }

    @Test
    void deleting_needs_that_nobody_refers_to_it() throws Exception {
        var refused = api.delete("/apn/1");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().toString()).contains("subscriber.default_apn");

        for (var path : List.of(
                "/roaming/rule/1",
                "/roaming/network/1",
                "/subscriber_attributes/1",
                "/subscriber/routing/1/1",
                "/ims_subscriber/1",
                "/subscriber/1",
                "/auc/1",
                "/charging_rule/1",
                "/tft/1",
                "/eir/1",
                "/pcrf/emergency_subscriber/1",
                "/apn/1")) {
            var deleted = api.delete(path);
            assertThat(deleted.status()).as(path + " " + deleted.json()).isEqualTo(200);
            assertThat(deleted.raw().body()).isEqualTo("{\"Result\":\"OK\"}\n");
            assertThat(api.delete(path).status()).as(path).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/auc/imsi/999990000000001, auc_id",
        "/auc/iccid/8949000000000000001, auc_id",
        "/subscriber/imsi/999990000000001, subscriber_id",
        "/subscriber/msisdn/491700000001, subscriber_id",
        "/ims_subscriber/ims_subscriber_imsi/999990000000001, ims_subscriber_id",
        "/ims_subscriber/ims_subscriber_msisdn/491700000001, ims_subscriber_id",
    })
    void objects_are_found_by_what_people_know_of_them(String path, String id) throws Exception {
        var found = api.get(path);
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.json().get(id).intValue()).isEqualTo(1);
        assertThat(found.json().has("attributes")).isEqualTo(path.startsWith("/subscriber/"));

        var missing = api.get(path.substring(0, path.length() - 1) + "7");
        assertThat(missing.status()).isEqualTo(404);
    }

    @Test
    void a_subscriber_found_by_imsi_has_its_attributes() throws Exception {
        var attributes = api.get("/subscriber/imsi/999990000000001").json().get("attributes");
        assertThat(attributes.size()).isEqualTo(1);
        assertThat(attributes.get(0).get("key").stringValue()).isEqualTo("colour");
        assertThat(api.get("/subscriber_attributes/1").json()).isEqualTo(attributes);
        assertThat(api.get("/subscriber_attributes/77").json().isEmpty()).isTrue();
    }

    @Test
    void no_answer_holds_keys_of_a_sim_and_a_client_cannot_learn_them_from_the_log() throws Exception {
        for (var path : List.of(
                "/auc/1",
                "/auc/list",
                "/auc/imsi/999990000000001",
                "/operation_logs/list",
                "/operation_logs/list/table/auc")) {
            assertThat(api.get(path).raw().body().toUpperCase(Locale.ROOT))
                    .doesNotContain("465B5CE8B199B49FAA5F0A2EE238A6BC", "CD63CB71954A9F4E48A5994E37A02BAF");
        }
        var created = api.put(
                "/auc/",
                "{\"ki\":\"" + "1".repeat(32) + "\",\"opc\":\"" + "2".repeat(32)
                        + "\",\"amf\":\"8000\",\"imsi\":\"999990000000002\"}");
        assertThat(created.json().has("ki")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0,2,1 2", "1,2,3 4", "2,2,5", "3,2,''", "0,0,1 2 3 4 5", "0,100,1 2 3 4 5"})
    void lists_come_in_pages(int page, int size, String ids) throws Exception {
        for (int i = 2; i <= 5; i++) {
            api.put("/apn/", "{\"apn\":\"apn" + i + "\",\"apn_ambr_dl\":0,\"apn_ambr_ul\":0}");
        }
        var list = api.get("/apn/list?page=" + page + "&page_size=" + size).json();
        assertThat(list.values().stream().map(row -> row.get("apn_id").asString()))
                .containsExactly(ids.isEmpty() ? new String[0] : ids.split(" ", -1));
    }

    @Test
    void the_operation_log_shows_the_first_row_of_each_operation_newest_first() throws Exception {
        api.patch("/apn/1?operation_id=mine", "{\"qci\":7}");
        api.patch("/apn/1?operation_id=mine", "{\"qci\":6}");
        api.patch("/tft/1", "{\"direction\":0}");

        var list = api.get("/operation_logs/list").json();
        assertThat(list.size()).isEqualTo(SAMPLES.size() + 2);
        assertThat(list.get(0).get("table_name").stringValue()).isEqualTo("tft");
        assertThat(list.get(1).get("operation_id").stringValue()).isEqualTo("mine");
        assertThat(list.get(1).get("changes").stringValue()).contains("qci: [int] 9 ----> [int] 7");
        assertThat(list.get(0).propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "item_id",
                        "operation_id",
                        "operation",
                        "changes",
                        "last_modified",
                        "timestamp",
                        "table_name");
        assertThat(api.get("/operation_logs/list?page=1&page_size=1")
                        .json()
                        .get(0)
                        .get("operation_id")
                        .stringValue())
                .isEqualTo("mine");
        assertThat(api.get("/operation_logs/list/table/apn").json().size()).isEqualTo(2);
        assertThat(api.get("/operation_logs/list/table/nonsense").json().isEmpty())
                .isTrue();
        assertThat(api.get("/operation_logs/last").json().get("table_name").stringValue())
                .isEqualTo("tft");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|/apn/99||200|null",
                "GET|/apn/word||200|null",
                "PATCH|/apn/99|{}|200|null",
                "DELETE|/apn/99||200|null",
                "GET|/ims_subscriber/ims_subscriber_imsi/1||400|null",
                "GET|/apn/list?page=x||500|internal server error",
                "PUT|/apn/|{|500|400 Bad Request",
                "PUT|/apn/|{\"nonsense\":1}|500|invalid keyword argument",
                "PUT|/apn/|{\"apn\":\"x\"}|400|integrity error",
                "DELETE|/apn/1||400|integrity error",
                "GET|/operation_logs/list/table/none||200|[]",
            })
    void strict_compatibility_answers_as_pyhss(String method, String path, String body, int status, String told)
            throws Exception {
        try (var strict = ApiFixture.start(directory, Map.of("API_COMPATIBILITY", "strict"))) {
            var reply = strict.send(method, path, body == null ? "" : body);
            assertThat(reply.status()).as(reply.raw().body()).isEqualTo(status);
            assertThat(reply.raw().body()).contains(told);
        }
    }
}
