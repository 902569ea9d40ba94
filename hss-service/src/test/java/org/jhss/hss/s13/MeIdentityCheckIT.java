// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s13;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.S13;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.ResultCode;
import org.jhss.hss.pipeline.TestHss;
import org.jhss.hss.pipeline.TestPeer;
import org.jhss.platform.bus.redis.BusSettings;
import org.jhss.store.Store;
import org.jhss.store.secret.KeyVault;
import org.jhss.testkit.database.TestDatabase;
import org.jhss.testkit.diameter.DiameterRequest;
import org.jhss.testkit.diameter.DiameterRequests;
import org.jhss.testkit.fixture.SubscriberFixture;
import org.jhss.testkit.redis.RedisServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** ME-Identity-Check through the whole pipeline. */
@Timeout(120)
class MeIdentityCheckIT {

    private static final String IDENTITY = """
            hss:
              OriginHost: hss01
              OriginRealm: epc.mnc001.mcc001.3gppnetwork.org
              MCC: "001"
              MNC: "01"
              workers: 1
            """;
    private static final String ENDPOINT = "http://127.0.0.1:9/hook";
    private static final String SWAPS = """
            eir: {simSwapNotification: true}
            webhooks: {enabled: true, endpoints: ["%s"]}
            """.formatted(ENDPOINT);

    private static final String IMSI = "001010000000001";
    private static final String STRANGER = "262010000000009";
    private static final String BODY = "35349006987331";
    private static final String CHECK_DIGIT = "9";
    private static final String OTHER = "86412004123456";
    private static final int NO_MATCH = 2;
    private static final int NONE = -1;

    private final DiameterRequests mme = DiameterRequests.mme();
    private final BusSettings bus = RedisServer.shared().settings();
    private final List<AutoCloseable> open = new ArrayList<>();

    @TempDir
    Path directory;

    private Store store;
    private TestPeer peer;
    private TestHss hss;

    private void start(TestDatabase database, String config) {
        store = Store.open(database.fresh(), KeyVault.disabled());
        open.add(store);
        store.migrator().migrate();
        SubscriberFixture.subscriber(IMSI).store(store);
        peer = new TestPeer(bus, "diameter-1");
        open.add(peer);
        hss = new TestHss(bus, store, IDENTITY + config, new S13Module());
        open.add(hss);
    }

    @AfterEach
    void close() throws Exception {
        for (var closeable : open.reversed()) {
            closeable.close();
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = store.database().writers().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
            connection.commit();
        }
        store.referenceDataChanged();
    }

    private List<String> column(String sql) throws SQLException {
        var values = new ArrayList<String>();
        try (var connection = store.database().writers().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            connection.rollback();
        }
        return values;
    }

    /** @param imsi null for NULL */
    private void rule(String imei, @Nullable String imsi, int regex, int status) throws SQLException {
        execute("INSERT INTO eir (imei, imsi, regex_mode, match_response_code) VALUES ('" + imei + "', "
                + (imsi == null ? "NULL" : "'" + imsi + "'") + ", " + regex + ", " + status + ")");
    }

    private Message ask(DiameterRequest request) {
        return peer.answer(peer.send(request.octets()));
    }

    private int check(String imsi, String imei) {
        return status(ask(mme.ecr(imsi, imei)));
    }

    private static int status(Message answer) {
        assertThat(answer.integer32(Base.RESULT_CODE, 0)).isEqualTo(ResultCode.SUCCESS.value());
        return answer.enumerated(S6a.EQUIPMENT_STATUS, NONE);
    }

    private List<String> notified() {
        return store.outbox().head(ENDPOINT, 100).stream()
                .map(waiting -> waiting.notification().body())
                .toList();
    }

    /** Each line adds a rule; the device is asked for after each. */
    @Test
    void exact_rules_come_before_expressions_and_those_of_the_subscriber_before_those_for_all() throws Exception {
        start(TestDatabase.SQLITE, "");
        assertThat(check(IMSI, BODY)).isEqualTo(NO_MATCH);
        rule("3534", "", 1, 0);
        assertThat(check(IMSI, BODY)).isZero();
        rule("353490.*", IMSI, 1, 1);
        assertThat(check(IMSI, BODY)).as("the first expression, not the best").isZero();
        rule(BODY, STRANGER, 0, 2);
        assertThat(check(IMSI, BODY)).as("another subscriber's rule").isZero();
        rule(BODY, "", 0, 1);
        assertThat(check(IMSI, BODY)).as("exact before expression").isEqualTo(1);
        rule(BODY, "", 0, 0);
        assertThat(check(IMSI, BODY)).as("the older of two equal rules").isEqualTo(1);
        rule(BODY + "05", "", 0, 2);
        assertThat(check(IMSI, BODY + "05")).as("for the software version").isEqualTo(2);
        rule(BODY, IMSI, 0, 0);
        assertThat(check(IMSI, BODY + "05")).as("bound before unbound").isZero();
        assertThat(check(STRANGER, BODY)).isEqualTo(2);
    }

    @Test
    void a_rule_without_imsi_is_for_all_be_it_empty_or_null() throws Exception {
        start(TestDatabase.SQLITE, "");
        rule(BODY, null, 0, 1);
        rule("8641", null, 1, 0);

        assertThat(check(IMSI, BODY)).isEqualTo(1);
        assertThat(check(IMSI, OTHER)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        // rule, IMEI AVP, Software-Version AVP, whether the rule applies
        BODY + ", " + BODY + ", '', true",
        BODY + ", " + BODY + CHECK_DIGIT + ", '', true",
        BODY + ", " + BODY + "0, '', true",
        BODY + ", " + BODY + "05, '', true",
        BODY + ", " + BODY + ", 05, true",
        BODY + CHECK_DIGIT + ", " + BODY + ", '', true",
        BODY + CHECK_DIGIT + ", " + BODY + "0, '', true",
        BODY + CHECK_DIGIT + ", " + BODY + ", 05, true",
        BODY + CHECK_DIGIT + ", " + BODY + "05, '', true",
        BODY + "0, " + BODY + ", '', true",
        BODY + "5, " + BODY + "5, '', true",
        BODY + "5, " + BODY + ", '', false",
        BODY + "05, " + BODY + ", 05, true",
        BODY + "05, " + BODY + CHECK_DIGIT + ", 05, true",
        BODY + "05, " + BODY + "05, '', true",
        BODY + "05, " + BODY + ", 06, false",
        BODY + "05, " + BODY + ", '', false",
    })
    void an_exact_rule_matches_the_device_however_either_is_written(
            String written, String imei, String version, boolean applies) throws Exception {
        start(TestDatabase.SQLITE, "");
        rule(written, "", 0, 1);

        var request = mme.ecr(IMSI, imei).with(S6a.TERMINAL_INFORMATION, out -> {
            out.begin(S6a.TERMINAL_INFORMATION).add(S6a.IMEI, imei);
            if (!version.isEmpty()) {
                out.add(S6a.SOFTWARE_VERSION, version);
            }
            out.end();
        });

        assertThat(status(ask(request))).isEqualTo(applies ? 1 : NO_MATCH);
    }

    @Test
    void expressions_see_the_imei_as_it_came() throws Exception {
        start(TestDatabase.SQLITE, "eir: {no_match_response: 0}");
        rule("^[0-9]{15}$", "", 1, 1);
        rule("^ME", "", 1, 2);

        assertThat(check(IMSI, BODY + "0")).isEqualTo(1);
        assertThat(check(IMSI, BODY)).isZero();
        assertThat(check(IMSI, "MEID")).as("what is no IMEI").isEqualTo(2);
    }

    @Test
    void a_bad_rule_does_not_fail_the_check() throws Exception {
        start(TestDatabase.SQLITE, "");
        rule("35(", "", 1, 1);
        execute("INSERT INTO eir (imei, imsi, regex_mode, match_response_code) VALUES (NULL, NULL, 1, 1)");
        rule("35", "", 1, 0);

        assertThat(check(IMSI, BODY)).isZero();
    }

    @Test
    void without_a_subscriber_the_status_is_there_and_rules_for_all_apply() throws Exception {
        start(TestDatabase.SQLITE, "");
        rule(BODY, IMSI, 0, 1);

        assertThat(status(ask(mme.ecr(IMSI, BODY).without(Base.USER_NAME)))).isEqualTo(NO_MATCH);
        rule(BODY, "", 0, 0);
        assertThat(status(ask(mme.ecr(IMSI, BODY).without(Base.USER_NAME)))).isZero();
        assertThat(column("SELECT imsi_imei FROM eir_history")).isEmpty();
    }

    @Test
    void without_terminal_information_or_its_imei_an_avp_is_missing() {
        start(TestDatabase.SQLITE, "");

        var without = ask(mme.ecr(IMSI, BODY).without(S6a.TERMINAL_INFORMATION));
        var empty = ask(mme.ecr(IMSI, BODY)
                .with(
                        S6a.TERMINAL_INFORMATION,
                        out -> out.begin(S6a.TERMINAL_INFORMATION)
                                .add(S6a.SOFTWARE_VERSION, "05")
                                .end()));

        assertThat(without.integer32(Base.RESULT_CODE, 0)).isEqualTo(ResultCode.MISSING_AVP.value());
        assertThat(empty.integer32(Base.RESULT_CODE, 0)).isEqualTo(ResultCode.MISSING_AVP.value());
        assertThat(empty.find(Base.FAILED_AVP).find(S6a.TERMINAL_INFORMATION).has(S6a.IMEI))
                .isTrue();
    }

    @Test
    void an_unknown_device_is_an_error_when_configured_and_still_recorded() throws Exception {
        start(TestDatabase.SQLITE, "eir: {no_match_error: true}");
        rule(OTHER, "", 0, 0);

        var answer = ask(mme.ecr(IMSI, BODY));

        assertThat(answer.has(Base.RESULT_CODE)).isFalse();
        assertThat(answer.find(Base.EXPERIMENTAL_RESULT).integer32(Base.EXPERIMENTAL_RESULT_CODE, 0))
                .isEqualTo(5422);
        assertThat(answer.has(S6a.EQUIPMENT_STATUS)).isFalse();
        assertThat(check(IMSI, OTHER)).isZero();
        assertThat(column("SELECT imsi_imei FROM eir_history ORDER BY imsi_imei_history_id"))
                .containsExactly(IMSI + "," + BODY, IMSI + "," + OTHER);
    }

    @ParameterizedTest
    @EnumSource
    void a_device_change_is_told_once_also_back_to_a_known_device(TestDatabase database) throws Exception {
        start(database, SWAPS);

        check(IMSI, BODY + CHECK_DIGIT);
        check(IMSI, BODY);
        check(IMSI, OTHER);
        check(IMSI, OTHER);
        check(IMSI, BODY);

        assertThat(notified())
                .containsExactly(
                        "{\"imei\": \"353490069873319\", \"imsi\": \"001010000000001\", \"match_response_code\": 2}",
                        "{\"imei\": \"86412004123456\", \"imsi\": \"001010000000001\", \"match_response_code\": 2,"
                                + " \"previous_imei\": \"35349006987331\"}",
                        "{\"imei\": \"35349006987331\", \"imsi\": \"001010000000001\", \"match_response_code\": 2,"
                                + " \"previous_imei\": \"86412004123456\"}");
        assertThat(column("SELECT imsi_imei FROM eir_history")).hasSize(2);
        assertThat(column("SELECT imei FROM jhss_device")).containsExactly(BODY);
    }

    @ParameterizedTest
    @EnumSource
    void a_pair_that_pyhss_recorded_is_refreshed_and_not_new(TestDatabase database) throws Exception {
        start(database, SWAPS);
        execute("INSERT INTO eir_history (imsi_imei, match_response_code, imsi_imei_timestamp) VALUES ('" + IMSI + ","
                + BODY + CHECK_DIGIT + "', 0, '2020-01-01 00:00:00')");

        check(IMSI, BODY);

        assertThat(notified()).isEmpty();
        assertThat(column("SELECT imsi_imei FROM eir_history WHERE imsi_imei_timestamp > '2026-01-01 00:00:00'"))
                .containsExactly(IMSI + "," + BODY + CHECK_DIGIT);
        assertThat(column("SELECT match_response_code FROM eir_history")).containsExactly("2");
    }

    @Test
    void unknown_subscribers_are_recorded_only_when_configured() throws Exception {
        start(TestDatabase.SQLITE, "");
        check(STRANGER, BODY);
        assertThat(column("SELECT imsi_imei FROM eir_history")).isEmpty();
        hss.close();

        hss = new TestHss(bus, store, IDENTITY + "eir: {store_offnet_imsi: true}", new S13Module());
        open.add(hss);
        check(STRANGER, BODY);
        assertThat(column("SELECT imsi_imei FROM eir_history")).containsExactly(STRANGER + "," + BODY);
    }

    @Test
    void nothing_is_recorded_or_told_when_logging_is_off() throws Exception {
        start(TestDatabase.SQLITE, SWAPS.replace("eir: {", "eir: {imsi_imei_logging: false, "));

        assertThat(check(IMSI, BODY)).isEqualTo(NO_MATCH);

        assertThat(column("SELECT imsi_imei FROM eir_history")).isEmpty();
        assertThat(notified()).isEmpty();
    }

    @Test
    void swaps_go_to_an_address_of_their_own_when_there_is_one() {
        start(TestDatabase.SQLITE, "eir: {sim_swap_notify_webhook: \"http://127.0.0.1:9/swap\"}");

        check(IMSI, BODY);

        assertThat(store.outbox().endpoints()).containsExactly("http://127.0.0.1:9/swap");
    }

    @Test
    void statuses_and_devices_are_counted() throws Exception {
        var file = directory.resolve("tac.csv");
        Files.writeString(file, "tac,name,model\n35349006,Maker,Phone\n");
        start(TestDatabase.SQLITE, "eir: {tac_database_csv: \"" + file + "\"}");

        check(IMSI, BODY);
        check(IMSI, BODY);
        check(IMSI, OTHER);

        var meters = hss.meters();
        await().untilAsserted(() -> assertThat(meters.get("prom_diam_eir_event_count")
                        .tag("response", "2")
                        .counter()
                        .count())
                .isEqualTo(3));
        assertThat(meters.get("prom_eir_devices")
                        .tags("imei_prefix", "35349006", "device_type", "Maker", "device_name", "Phone")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("prom_eir_devices")
                        .tags("imei_prefix", "86412004", "device_type", "Unknown", "device_name", "Unknown")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    /** A request as PyHSS got it, and what it answered with no rule, with a rule by expression, and with an exact rule besides. */
    @Test
    void answers_what_pyhss_answers() throws Exception {
        start(TestDatabase.SQLITE, "");
        var request = HexFormat.of().parseHex(GOLDEN_REQUEST);

        assertThat(golden(request)).isEqualTo(goldenAnswer(2));
        rule("^3520990.*", "", 1, 1);
        assertThat(golden(request)).isEqualTo(goldenAnswer(1));
        rule("352099001761481", "", 0, 0);
        assertThat(golden(request)).isEqualTo(goldenAnswer(0));
    }

    private List<String> golden(byte[] request) {
        return avps(peer.answer(peer.send(request)));
    }

    private static List<String> goldenAnswer(int status) {
        var octets = HexFormat.of().parseHex(GOLDEN_ANSWER + "0" + status);
        assertThat(Message.parse(octets)).isInstanceOf(Message.class);
        return Message.parse(octets) instanceof Message message ? avps(message) : List.of();
    }

    /** Header and AVPs, these in no order: that is free (RFC 6733 3.2). */
    private static List<String> avps(Message message) {
        var found = new ArrayList<String>();
        found.add(message.flags() + " " + message.commandCode() + " " + message.applicationId() + " "
                + message.hopByHop() + " " + message.endToEnd());
        assertThat(message.commandCode()).isEqualTo(S13.ECA.code());
        for (var avp : message) {
            found.add(avp.code() + " " + avp.flags() + " " + HexFormat.of().formatHex(avp.octets()));
        }
        found.sort(null);
        return found;
    }

    private static final String GOLDEN_REQUEST =
            "01000114c000014401000024112233445566778800000107400000156d6d6530313b313b323b61707000000000000108"
                    + "400000116d6d6530312e65706300000000000128400000296570632e6d6e633030312e6d63633030312e336770706e65"
                    + "74776f726b2e6f72670000000000011b400000296570632e6d6e633030312e6d63633030312e336770706e6574776f72"
                    + "6b2e6f726700000000000104400000200000010a4000000c000028af000001024000000c01000024000001154000000c"
                    + "0000000100000579c0000038000028af0000057ac000001b000028af333532303939303031373631343831000000057b"
                    + "c000000e000028af30300000000000014000001730303130313030303030303030303100";

    private static final String GOLDEN_ANSWER =
            "010000b04000014401000024112233445566778800000107400000156d6d6530313b313b323b61707000000000000104"
                    + "400000200000010a4000000c000028af000001024000000c01000024000001154000000c00000001000001084000000d"
                    + "687373303100000000000128400000296570632e6d6e633030312e6d63633030312e336770706e6574776f726b2e6f72"
                    + "670000000000010c4000000c000007d1000005a5c0000010000028af000000";
}
