// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jhss.identity.Imei;
import org.jhss.store.device.TacDatabase.DeviceType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TacDatabaseTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T08:00:00Z"));

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("tac.csv");
    }

    private TacDatabase open(String content) throws IOException {
        Files.writeString(file, content);
        return TacDatabase.open(file, now::get);
    }

    private static Optional<DeviceType> find(TacDatabase database, String imei) {
        return database.find(Imei.parse(imei).orElseThrow());
    }

    @Test
    void knows_every_line_by_eight_digits_or_else_by_six() throws IOException {
        var database = open("""
                Some TAC list, free to use
                tac,name,model,comment
                35349006,Maker,Phone,x
                353490,Maker,Old phone
                01180800,Other,Pad
                """);

        assertThat(find(database, "35349006987331")).contains(new DeviceType("35349006", "Maker", "Phone"));
        assertThat(find(database, "35349007987331")).contains(new DeviceType("353490", "Maker", "Old phone"));
        assertThat(find(database, "01180800000000")).contains(new DeviceType("01180800", "Other", "Pad"));
        assertThat(find(database, "99999999000000")).isEmpty();
    }

    @Test
    void reads_quotes_other_line_ends_missing_columns_and_a_byte_order_mark() throws IOException {
        var database =
                open("\uFEFF\"35349006\",\"Maker, Inc.\",\"The \"\"Phone\"\"\nsecond line\"\r\n353491,Maker\r\n353492");

        assertThat(find(database, "35349006987331"))
                .contains(new DeviceType("35349006", "Maker, Inc.", "The \"Phone\"\nsecond line"));
        assertThat(find(database, "35349100987331")).contains(new DeviceType("353491", "Maker", "Unknown"));
        assertThat(find(database, "35349200987331")).contains(new DeviceType("353492", "Unknown", "Unknown"));
    }

    @Test
    void octets_that_are_no_utf8_cost_a_letter_and_not_the_file() throws IOException {
        Files.write(file, "353490,Caf\u00e9,Phone\n353491,Maker,Phone\n".getBytes(StandardCharsets.ISO_8859_1));
        var database = TacDatabase.open(file, now::get);

        assertThat(find(database, "35349100987331")).isPresent();
    }

    @Test
    void a_missing_file_is_no_failure_and_is_read_when_it_is_there() throws IOException {
        var database = TacDatabase.open(file, now::get);
        assertThat(find(database, "35349006987331")).isEmpty();

        Files.writeString(file, "35349006,Maker,Phone\n");
        assertThat(find(database, "35349006987331")).isEmpty();
        now.updateAndGet(time -> time.plusSeconds(61));

        await().until(() -> find(database, "35349006987331").isPresent());
    }

    @Test
    void a_changed_file_is_read_again_and_a_lost_one_leaves_what_is_known() throws IOException {
        var database = open("35349006,Maker,Phone\n");
        Files.writeString(file, "35349006,Maker,Phone II\n");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));
        now.updateAndGet(time -> time.plusSeconds(61));

        await().until(() ->
                find(database, "35349006987331").orElseThrow().model().equals("Phone II"));

        Files.delete(file);
        now.updateAndGet(time -> time.plusSeconds(61));
        assertThat(find(database, "35349006987331")).isPresent();
    }
}
