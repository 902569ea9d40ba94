// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jhss.cli.Jhss;
import org.jhss.store.Store;
import org.jhss.store.bulk.ImportRun;
import org.jhss.store.bulk.ImportRuns;
import org.jhss.store.database.DatabaseSettings;
import org.jhss.store.secret.KeyVault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.json.JsonMapper;

/** {@code jhss import} and {@code jhss export} in processes of their own, as a user runs them. */
@Execution(ExecutionMode.SAME_THREAD)
final class BulkCommandsIT {

    private static final String KI = "465b5ce8b199b49faa5f0a2ee238a6bc";
    private static final String OPC = "cd63cb71954a9f4e48a5994e37a02baf";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int BATCH = 20;
    private static final int MANY = 200 * BATCH;

    @TempDir
    private Path folder;

    /** What a command has done. */
    private record Done(int code, String out, String err) {}

    private Store store;

    @BeforeEach
    void prepare() throws IOException, SQLException {
        var database = folder.resolve("hss.db");
        Files.writeString(
                folder.resolve("config.yaml"), "database:\n  db_type: sqlite\n  database: \"" + database + "\"\n");
        store = Store.open(DatabaseSettings.sqlite(database), KeyVault.disabled());
        store.migrator().migrate();
        try (var connection = store.database().writers().getConnection();
                var insert = connection.createStatement()) {
            insert.execute("INSERT INTO apn (apn, ip_version, apn_ambr_dl, apn_ambr_ul) VALUES ('internet', 0, 1, 1)");
            connection.commit();
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void importsChecksAndExports() throws IOException, InterruptedException, SQLException {
        var file = subscribers(3);

        var checked = run("import", file.toString(), "--dry-run", "--json");
        assertThat(checked.code()).as(checked.err()).isZero();
        var told = JsonMapper.shared().readTree(checked.out());
        assertThat(told.path("dry_run").asBoolean()).isTrue();
        assertThat(told.path("created").asInt()).isEqualTo(3);
        assertThat(count("subscriber")).isZero();

        var imported = run("import", file.toString());
        assertThat(imported.code()).as(imported.err()).isZero();
        assertThat(imported.out()).contains("3 records of csv").containsPattern("created +3");
        assertThat(List.of(count("auc"), count("subscriber"), count("ims_subscriber")))
                .containsExactly(3, 3, 3);
        assertThat(folder.resolve("subscribers.csv.rejected.csv")).doesNotExist();

        var plain = folder.resolve("plain.csv");
        var exported = run("export", plain.toString());
        assertThat(exported.code()).as(exported.err()).isZero();
        assertThat(exported.out()).contains("3 records");
        assertThat(plain)
                .content()
                .contains("001010000000003")
                .doesNotContain(KI)
                .doesNotContain(OPC);

        var secret = folder.resolve("secret.json");
        assertThat(run("export", secret.toString(), "--with-secrets", "--imsi", "001010000000002")
                        .code())
                .isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
        assertThat(Files.readAllLines(secret)).singleElement().asString().contains(KI, OPC, "001010000000002");
        assertThat(run("export", secret.toString(), "--with-secrets").code())
                .as("a file that exists stays as it is")
                .isEqualTo(1);
    }

    @Test
    void rejectedRecordsAreReportedAndTheOthersStored() throws IOException, InterruptedException, SQLException {
        var file = subscribers(2);
        Files.writeString(
                file, "00101000000000x," + KI + "," + OPC + ",8000,internet,499,499\n", StandardOpenOption.APPEND);

        var done = run("import", file.toString());

        assertThat(done.code()).isEqualTo(3);
        assertThat(done.out()).containsPattern("rejected +1").contains("subscribers.csv.rejected.csv");
        assertThat(Files.readAllLines(folder.resolve("subscribers.csv.rejected.csv")))
                .hasSizeGreaterThan(1)
                .allSatisfy(line -> assertThat(line).doesNotContain(KI))
                .last()
                .asString()
                .startsWith("3,4,");
        assertThat(count("subscriber")).isEqualTo(2);
    }

    @Test
    void saysWhatIsWrongWithTheCommandOrTheFile() throws IOException, InterruptedException, SQLException {
        assertThat(run("import").code()).as("no file").isEqualTo(2);
        var file = folder.resolve("odd.csv");
        Files.writeString(file, "imsi,ki,shoe_size\n001010000000001," + KI + ",43\n");
        var odd = run("import", file.toString());
        assertThat(odd.code()).isEqualTo(1);
        assertThat(odd.err()).contains("shoe_size", "--ignore");
        var never = run("import", subscribers(1).toString(), "--resume");
        assertThat(never.code()).isEqualTo(1);
        assertThat(never.err()).contains("no import of this file");
        assertThat(count("auc")).isZero();
    }

    @Test
    void anInterruptEndsAtATransactionsEndAndTheRestIsResumed() throws IOException, InterruptedException, SQLException {
        var file = subscribers(MANY);
        var runs = new ImportRuns(store.database());

        var process = start("import", file.toString(), "--batch", Integer.toString(BATCH), "--gentle", "95");
        try {
            await().atMost(PATIENCE)
                    .until(() ->
                            runs.latest(1).stream().anyMatch(it -> it.counts().position() > 0));
            assertThat(new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                            .start()
                            .waitFor())
                    .isZero();
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as("ended by SIGINT").isEqualTo(130);
        assertThat(folder.resolve("out")).content().contains("records of csv");
        assertThat(folder.resolve("err")).content().contains("interrupted", "--resume");
        var stopped = runs.latest(1).getFirst();
        assertThat(stopped.state()).isEqualTo(ImportRun.State.INTERRUPTED);
        assertThat(stopped.counts().position()).isBetween(1L, MANY - 1L);
        assertThat(stopped.counts().position() % BATCH).isZero();
        assertThat((long) count("subscriber")).isEqualTo(stopped.counts().position());

        var done = run("import", file.toString(), "--resume", "--gentle", "0");

        assertThat(done.code()).as(done.err()).isZero();
        assertThat(List.of(count("auc"), count("subscriber"), count("ims_subscriber")))
                .containsExactly(MANY, MANY, MANY);
        assertThat(runs.latest(2)).singleElement().satisfies(run -> {
            assertThat(run.state()).isEqualTo(ImportRun.State.DONE);
            assertThat(run.counts().created()).isEqualTo(MANY);
        });
    }

    private Path subscribers(int count) throws IOException {
        var lines = new ArrayList<String>();
        lines.add("imsi,ki,opc,amf,default_apn,msisdn,ims.msisdn_list");
        IntStream.rangeClosed(1, count)
                .forEach(i -> lines.add("00101%010d,%s,%s,8000,internet,49%06d,49%06d".formatted(i, KI, OPC, i, i)));
        return Files.write(folder.resolve("subscribers.csv"), lines);
    }

    private int count(String table) throws SQLException {
        try (var connection = store.database().readers().getConnection()) {
            int count;
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
                row.next();
                count = row.getInt(1);
            }
            // With nothing open any more, so that the next look is at what is there then.
            connection.rollback();
            return count;
        }
    }

    private Done run(String... arguments) throws IOException, InterruptedException {
        var process = start(arguments);
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Done(
                process.exitValue(), Files.readString(folder.resolve("out")), Files.readString(folder.resolve("err")));
    }

    private Process start(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Jhss.class.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().put("JHSS_CONFIG", folder.resolve("config.yaml").toString());
        return builder.start();
    }
}
