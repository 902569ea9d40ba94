// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.AvpContainer;
import org.jhss.diameter.message.Message;
import org.jhss.hss.pipeline.DirectHss;
import org.jhss.testkit.fixture.SubscriberFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where PyHSS answers well, a client sees no difference: requests and answers recorded from PyHSS 2.0 with the same subscribers. */
class PyhssAnswersTest {

    private static final String CONFIG = """
            hss:
              OriginHost: hss01
              OriginRealm: epc.mnc001.mcc001.3gppnetwork.org
              MCC: "001"
              MNC: "01"
              sqn: {ind_bits: 5, ind_first: 8, ind_count: 1}
            """;

    private static final String ALICE = "001010000000001";
    private static final Map<String, String[]> RECORDED = new HashMap<>();

    @TempDir
    Path directory;

    private TestSubscribers subscribers;
    private DirectHss hss;

    @BeforeAll
    static void read() throws IOException {
        try (var file = Objects.requireNonNull(PyhssAnswersTest.class.getResourceAsStream("pyhss.csv"))) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",", -1))
                    .forEach(fields -> RECORDED.put(fields[0], fields));
        }
    }

    @BeforeEach
    void open() {
        subscribers = new TestSubscribers(directory);
        SubscriberFixture.subscriber(ALICE).msisdn("491701234567").sqn(1000).store(subscribers.store());
        SubscriberFixture.subscriber("001010000000002").disabled().store(subscribers.store());
        subscribers.execute(
                "UPDATE auc SET amf = '8000'",
                "UPDATE apn SET apn_ambr_dl = 50000, apn_ambr_ul = 25000, charging_characteristics = NULL WHERE apn_id = 1",
                "UPDATE apn SET apn = 'ims', ip_version = 2, apn_ambr_dl = 9999, apn_ambr_ul = 9999, qci = 5,"
                        + " arp_priority = 2, arp_preemption_capability = 1, arp_preemption_vulnerability = 0,"
                        + " pgw_address = '10.98.0.20', charging_characteristics = NULL WHERE apn_id = 2",
                "UPDATE subscriber SET apn_list = '1,2', default_apn = 1, ue_ambr_ul = 888888, ue_ambr_dl = 999999",
                "INSERT INTO subscriber_routing (subscriber_id, apn_id, ip_version, ip_address)"
                        + " VALUES (1, 1, 0, '10.45.0.77')");
        hss = new DirectHss(subscribers.store(), CONFIG, new S6aModule(FixedRandom::new));
    }

    @AfterEach
    void close() {
        subscribers.close();
    }

    @Test
    void the_vector_is_the_same_octet_by_octet_but_for_the_number_of_a_single_one() {
        var recorded = vector(recorded("AIR-1-vector"));
        var ours = vector(ask("AIR-1-vector"));

        assertThat(ours.has(S6a.ITEM_NUMBER)).isFalse();
        for (var avp : recorded) {
            if (!avp.is(S6a.ITEM_NUMBER)) {
                assertThat(ours.find(avp.definition().orElseThrow()).octets()).isEqualTo(avp.octets());
            }
        }
    }

    @Test
    void the_subscription_is_the_same_octet_by_octet() {
        assertThat(ask("ULR-ok").octets(S6a.SUBSCRIPTION_DATA))
                .isEqualTo(recorded("ULR-ok").octets(S6a.SUBSCRIPTION_DATA));
    }

    @ParameterizedTest
    @CsvSource({
        "AIR-unknown, ''",
        "AIR-disabled, ''",
        "AIR-roaming-ok, ''",
        "AIR-roaming-denied, deny",
        "ULR-disabled, ''",
        "ULR-rat-forbidden, restrict"
    })
    void the_result_is_the_same(String name, String preparation) {
        switch (preparation) {
            case "deny" ->
                subscribers.execute(
                        "INSERT INTO roaming_network (roaming_network_id, name, preference, mcc, mnc)"
                                + " VALUES (1, 'foreign', 1, '262', '02')",
                        "INSERT INTO roaming_rule (roaming_rule_id, roaming_network_id, allow, enabled) VALUES (1, 1, 0, 1)");
            case "restrict" ->
                subscribers.execute("INSERT INTO subscriber_attributes (subscriber_id, key, value)"
                        + " VALUES (1, 'rat_restriction_4g', 'forbidden')");
            default -> assertThat(preparation).isEmpty();
        }

        var recorded = recorded(name);
        var ours = ask(name);
        assertThat(ours.octets(Base.RESULT_CODE)).isEqualTo(recorded.octets(Base.RESULT_CODE));
        assertThat(ours.octets(Base.EXPERIMENTAL_RESULT)).isEqualTo(recorded.octets(Base.EXPERIMENTAL_RESULT));
        assertThat(ours.hopByHop()).isEqualTo(recorded.hopByHop());
        for (var avp : recorded) {
            assertThat(ours.has(avp.definition().orElseThrow()) || avp.code() == 628)
                    .as(avp.toString())
                    .isTrue();
        }
    }

    private static AvpContainer vector(Message answer) {
        return answer.find(S6a.AUTHENTICATION_INFO).find(S6a.E_UTRAN_VECTOR);
    }

    private Message ask(String name) {
        return hss.ask(HexFormat.of().parseHex(Objects.requireNonNull(RECORDED.get(name))[1]));
    }

    private static Message recorded(String name) {
        return (Message) Message.parse(HexFormat.of().parseHex(Objects.requireNonNull(RECORDED.get(name))[2]));
    }
}
