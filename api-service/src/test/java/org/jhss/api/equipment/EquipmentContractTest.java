// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.equipment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jhss.api.ApiFixture;
import org.jhss.provisioning.schema.ResourceRow;
import org.jhss.provisioning.schema.ResourceType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EquipmentContractTest {

    @TempDir
    Path directory;

    private ApiFixture api;

    private void start(String compatibility, boolean withDevices) throws Exception {
        var environment = new HashMap<>(Map.of("API_COMPATIBILITY", compatibility));
        if (withDevices) {
            var file = directory.resolve("tac.csv");
            Files.writeString(file, "tac,name,model\n35666606,Maker,Phone\n012345,Old,Brick\n");
            environment.put("EIR_TAC_DATABASE_CSV", file.toString());
        }
        api = ApiFixture.start(directory, environment);
        var type = ResourceType.EIR_HISTORY;
        api.store().tables().write(transaction -> {
            for (var pair : List.of(
                    "999990000000001,35666606123456",
                    "999990000000002,35666606654321",
                    "999990000000003,99999999000000")) {
                var row = new ResourceRow(
                        type, new @Nullable Object[type.stored().columns().size()]);
                row.values()[type.position("imsi_imei")] = pair;
                row.values()[type.position("match_response_code")] = 0;
                transaction.insert(type.stored(), row.values());
            }
            return true;
        });
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void history_is_listed_with_its_parts_page_by_page() throws Exception {
        start("standard", false);

        var list = api.get("/eir/eir_history/list?page=1&page_size=2").json();

        assertThat(list.size()).isEqualTo(1);
        assertThat(list.get(0).propertyNames())
                .containsExactly(
                        "imsi_imei_history_id",
                        "imsi_imei",
                        "match_response_code",
                        "imsi_imei_timestamp",
                        "last_modified",
                        "imsi",
                        "imei");
        assertThat(list.at("/0/imsi").stringValue()).isEqualTo("999990000000003");
        assertThat(api.get("/eir/eir_history/list?page_size=0").json().size()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "356666,2",
        "999990000000001,1",
        "%25,0",
        "_,0",
        "356666061234567,1",
        "3566660612345612,1",
        "'999990000000001,356666061234567',1",
        "'999990000000002,356666061234567',0",
        "nothing,0"
    })
    void history_is_found_by_a_part(String part, int count) throws Exception {
        start("standard", true);

        assertThat(api.get("/eir/eir_history/" + part).json().size()).isEqualTo(count);
    }

    @Test
    void a_device_that_is_not_in_the_list_is_null_and_others_are_not() throws Exception {
        start("standard", true);

        var found = api.get("/eir/eir_history/99999").json();

        assertThat(found.at("/0/imei_result").toString())
                .isEqualTo("{\"tacPrefix\":\"35666606\",\"name\":\"Maker\",\"model\":\"Phone\"}");
        assertThat(found.at("/2/imei_result").isNull()).isTrue();
    }

    @Test
    void strict_gives_up_on_all_when_one_device_is_unknown() throws Exception {
        start("strict", true);

        assertThat(api.get("/eir/eir_history/99999").json().isNull()).isTrue();
        assertThat(api.get("/eir/eir_history/356666").json().size()).isEqualTo(2);
    }

    @Test
    void deleting_needs_more_than_a_digit_and_is_one_operation() throws Exception {
        start("standard", false);

        assertThat(api.delete("/eir/eir_history/1").status()).isEqualTo(400);
        var deleted = api.delete("/eir/eir_history/356666").json();
        assertThat(deleted.size()).isEqualTo(2);
        assertThat(api.get("/eir/eir_history/list").json().size()).isEqualTo(1);
        assertThat(api.send("POST", "/oam/rollback_operation/last", "").status())
                .isEqualTo(200);
        assertThat(api.get("/eir/eir_history/list").json().size()).isEqualTo(3);
    }

    @Test
    void strict_deletes_by_whatever_part() throws Exception {
        start("strict", false);

        assertThat(api.delete("/eir/eir_history/9").json().size()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"356666061234567,200", "35666606,200", "01234599,200", "00000000,404", "abc,400"})
    void a_device_is_looked_up_by_its_code(String imei, int status) throws Exception {
        start("standard", true);

        assertThat(api.get("/eir/lookup_imei/" + imei).status()).isEqualTo(status);
    }

    @Test
    void without_a_list_there_is_nothing_to_look_up() throws Exception {
        start("standard", false);

        assertThat(api.get("/eir/lookup_imei/35666606").status()).isEqualTo(410);
    }
}
