// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class CoercionTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static Coercion.Result coerce(ResourceType type, String column, String json) {
        return Coercion.coerce(type.column(column).orElseThrow(), JSON.readTree(json));
    }

    @ParameterizedTest
    @CsvSource({"5", "'\"5\"'", "5.0", "'\" 5 \"'", "'5e0'"})
    void numbers_come_in_many_spellings(String json) {
        assertThat(coerce(ResourceType.APN, "qci", json)).isEqualTo(new Coercion.Value(5));
    }

    @ParameterizedTest
    @CsvSource({"true, true", "1, true", "'\"1\"', true", "'\"True\"', true", "0, false", "'\"false\"', false"})
    void booleans_come_as_numbers_and_texts(String json, boolean value) {
        assertThat(coerce(ResourceType.APN, "nbiot", json)).isEqualTo(new Coercion.Value(value));
    }

    @ParameterizedTest
    @CsvSource({"1.5", "'\"x\"'", "3000000000", "'[1]'", "'{}'", "'\"1e999999999\"'"})
    void what_is_no_whole_number_is_refused(String json) {
        assertThat(coerce(ResourceType.APN, "qci", json)).isInstanceOf(Coercion.Refused.class);
    }

    @Test
    void a_name_may_stand_where_another_rows_key_belongs() {
        assertThat(coerce(ResourceType.SUBSCRIBER, "default_apn", "\"internet\""))
                .isEqualTo(new Coercion.Name("internet"));
    }

    @Test
    void texts_come_as_numbers_and_lists_as_arrays() {
        assertThat(coerce(ResourceType.AUC, "imsi", "1010000000001")).isEqualTo(new Coercion.Value("1010000000001"));
        assertThat(coerce(ResourceType.SUBSCRIBER, "apn_list", "[1, \"2\"]")).isEqualTo(new Coercion.Value("1,2"));
        assertThat(coerce(ResourceType.SUBSCRIBER, "msisdn", "[1]")).isInstanceOf(Coercion.Refused.class);
        assertThat(coerce(ResourceType.SUBSCRIBER, "msisdn", "true")).isInstanceOf(Coercion.Refused.class);
        assertThat(coerce(ResourceType.SUBSCRIBER, "serving_mme", "\"a\\u0000\""))
                .isInstanceOf(Coercion.Refused.class);
        assertThat(coerce(ResourceType.AUC, "amf", "\"80000\"")).isInstanceOf(Coercion.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T06:30:00Z",
        "2026-11-22 06:30:00",
        "2026-11-22 06:30:00.000000+00:00",
        "2026-11-22T07:30:00+01:00"
    })
    void moments_come_as_pyhss_and_others_write_them(String text) {
        assertThat(coerce(ResourceType.SUBSCRIBER, "serving_mme_timestamp", '"' + text + '"'))
                .isEqualTo(new Coercion.Value(Instant.parse("2026-11-22T06:30:00Z")));
    }

    @Test
    void nothing_is_null() {
        assertThat(coerce(ResourceType.APN, "qci", "\"\"")).isEqualTo(new Coercion.Value(null));
        assertThat(coerce(ResourceType.APN, "apn", "null")).isEqualTo(new Coercion.Value(null));
        assertThat(coerce(ResourceType.SUBSCRIBER, "serving_mme_timestamp", "\"None\""))
                .isEqualTo(new Coercion.Value(null));
        assertThat(coerce(ResourceType.SUBSCRIBER, "serving_mme_timestamp", "5"))
                .isInstanceOf(Coercion.Refused.class);
    }
}
