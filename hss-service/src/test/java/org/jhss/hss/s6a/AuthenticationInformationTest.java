// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.jhss.aka.AkaEngine;
import org.jhss.aka.MilenageKey;
import org.jhss.aka.Usim;
import org.jhss.aka.UsimAnswer;
import org.jhss.diameter.dictionary.AvpDefinition;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.Cx;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.dictionary.Vendors;
import org.jhss.diameter.message.Avp;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.MessageWriter;
import org.jhss.diameter.message.ResultCode;
import org.jhss.hss.pipeline.DirectHss;
import org.jhss.store.work.SubscriberState;
import org.jhss.testkit.diameter.DiameterRequest;
import org.jhss.testkit.diameter.DiameterRequests;
import org.jhss.testkit.fixture.SubscriberFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthenticationInformationTest {

    private static final String CONFIG = """
            hss:
              OriginHost: hss01.epc.mnc099.mcc999.3gppnetwork.org
              MCC: "999"
              MNC: "99"
              max_vectors: 5
              sqn: {ind_bits: 5, ind_first: 8, ind_count: 1}
            """;

    private static final String ALICE = "999990000000001";
    private static final long SQN = 1000;
    private static final int IND_BITS = 5;

    private final DiameterRequests mme = DiameterRequests.mme();
    private final Usim usim = new Usim(
            new AkaEngine(),
            MilenageKey.ofOpc(hex(SubscriberFixture.TEST_SET_1_K), hex(SubscriberFixture.TEST_SET_1_OPC)),
            IND_BITS,
            0);

    @TempDir
    Path directory;

    private TestSubscribers subscribers;
    private DirectHss hss;

    @BeforeEach
    void open() {
        subscribers = new TestSubscribers(directory);
        SubscriberFixture.subscriber(ALICE).sqn(SQN).store(subscribers.store());
        configure("");
    }

    @AfterEach
    void close() {
        subscribers.close();
    }

    private void configure(String more) {
        hss = new DirectHss(subscribers.store(), CONFIG + more.indent(2), new S6aModule());
    }

    @Test
    void a_usim_accepts_the_vector_and_derives_its_kasme_for_the_visited_network() {
        var vectors = vectors(ask(mme.air(ALICE, 1)), S6a.E_UTRAN_VECTOR);

        assertThat(vectors).hasSize(1);
        assertThat(vectors.getFirst().has(S6a.ITEM_NUMBER)).isFalse();
        var answer = authenticate(vectors.getFirst());
        assertThat(answer.res()).isEqualTo(vectors.getFirst().octets(S6a.XRES));
        assertThat(answer.amf().isForEps()).isTrue();
        assertThat(answer.sqn()).isEqualTo(SQN);
        assertThat(answer.kasme(mme.visited().encode()))
                .isEqualTo(vectors.getFirst().octets(S6a.KASME));
    }

    @Test
    void each_of_several_vectors_has_a_sequence_number_of_its_own_and_they_are_numbered_upwards() {
        var vectors = vectors(ask(mme.air(ALICE, 3)), S6a.E_UTRAN_VECTOR);

        assertThat(vectors)
                .extracting(vector -> vector.integer32(S6a.ITEM_NUMBER, 0))
                .containsExactly(1, 2, 3);
        assertThat(vectors).extracting(vector -> authenticate(vector).sqn()).containsExactly(1000L, 1032L, 1064L);
        assertThat(storedSqn()).isEqualTo(1088);
    }

    @Test
    void two_requests_of_one_batch_get_different_sequence_numbers() {
        var answers =
                hss.askAll(List.of(mme.air(ALICE, 1).octets(), mme.air(ALICE, 1).octets()));

        assertThat(answers)
                .extracting(answer -> authenticate(
                                vectors(answer, S6a.E_UTRAN_VECTOR).getFirst())
                        .sqn())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "5, 5", "6, 5", "32, 5", "-1, 5"})
    void the_number_of_vectors_is_at_least_one_and_at_most_what_is_configured(int asked, int given) {
        assertThat(vectors(ask(mme.air(ALICE, asked)), S6a.E_UTRAN_VECTOR)).hasSize(given);
    }

    @Test
    void a_request_that_names_no_vectors_gets_one_for_e_utran() {
        var answer = ask(mme.air(ALICE, 1).without(S6a.REQUESTED_EUTRAN_AUTHENTICATION_INFO));

        assertThat(vectors(answer, S6a.E_UTRAN_VECTOR)).hasSize(1);
    }

    @Test
    void an_sgsn_gets_quintets_with_the_separation_bit_cleared() {
        var answer = ask(forUtran(2));

        var vectors = vectors(answer, S6a.UTRAN_VECTOR);
        assertThat(vectors).hasSize(2);
        assertThat(vectors(answer, S6a.E_UTRAN_VECTOR)).isEmpty();
        for (var vector : vectors) {
            var card = authenticate(vector);
            assertThat(card.amf().isForEps()).isFalse();
            assertThat(card.res()).isEqualTo(vector.octets(S6a.XRES));
            assertThat(card.ck()).isEqualTo(vector.octets(Cx.CONFIDENTIALITY_KEY));
            assertThat(card.ik()).isEqualTo(vector.octets(Cx.INTEGRITY_KEY));
        }
    }

    @Test
    void a_combined_node_gets_both_kinds_from_one_run_of_sequence_numbers() {
        var answer = ask(mme.air(ALICE, 2).and(utran(2, false)));

        var sqns = new ArrayList<Long>();
        vectors(answer, S6a.E_UTRAN_VECTOR)
                .forEach(vector -> sqns.add(authenticate(vector).sqn()));
        vectors(answer, S6a.UTRAN_VECTOR)
                .forEach(vector -> sqns.add(authenticate(vector).sqn()));
        assertThat(sqns).containsExactly(1000L, 1032L, 1064L, 1096L);
    }

    @Test
    void vectors_that_are_not_needed_at_once_are_few_when_others_are() {
        var answer = ask(mme.air(ALICE, 3).and(utran(3, true)));

        assertThat(vectors(answer, S6a.E_UTRAN_VECTOR)).hasSize(1);
        assertThat(vectors(answer, S6a.UTRAN_VECTOR)).hasSize(3);
    }

    @Test
    void a_sim_of_2g_gets_triplets_for_geran_and_nothing_for_e_utran() {
        subscribers.execute("UPDATE auc SET opc = '', algo = '1'");

        var answer = ask(forUtran(2));
        assertThat(vectors(answer, S6a.GERAN_VECTOR))
                .hasSize(2)
                .allSatisfy(vector -> assertThat(vector.octets(S6a.KC)).hasSize(8))
                .allSatisfy(vector -> assertThat(vector.octets(S6a.SRES)).hasSize(4));
        assertThat(vectors(answer, S6a.UTRAN_VECTOR)).isEmpty();
        assertThat(storedSqn()).isEqualTo(SQN);

        assertThat(result(ask(mme.air(ALICE, 1)))).isEqualTo(ResultCode.AUTHORIZATION_REJECTED.value());
    }

    @Test
    void a_genuine_auts_moves_the_sequence_number_and_one_fresh_vector_follows() {
        subscribers.execute("UPDATE auc SET sqn = 100000");
        authenticate(vectors(ask(mme.air(ALICE, 1)), S6a.E_UTRAN_VECTOR).getFirst());
        subscribers.execute("UPDATE auc SET sqn = 1000");

        var stale = vectors(ask(mme.air(ALICE, 1)), S6a.E_UTRAN_VECTOR).getFirst();
        var auts = ((UsimAnswer.SynchronisationFailure)
                        usim.authenticate(stale.octets(S6a.RAND), stale.octets(S6a.AUTN)))
                .auts();
        var fresh = vectors(ask(resynchronising(stale.octets(S6a.RAND), auts)), S6a.E_UTRAN_VECTOR);

        assertThat(fresh).hasSize(1);
        assertThat(authenticate(fresh.getFirst()).sqn()).isGreaterThan(100_000);
        assertThat(events("Resync")).isEqualTo(1);
    }

    @Test
    void a_forged_auts_leaves_the_sequence_number_as_it_is() {
        var answer = ask(resynchronising(new byte[16], new byte[14]));

        assertThat(experimental(answer)).isEqualTo(4181);
        assertThat(vectors(answer, S6a.E_UTRAN_VECTOR)).isEmpty();
        assertThat(storedSqn()).isEqualTo(SQN);
        assertThat(events("Resync")).isZero();
    }

    @Test
    void an_auts_of_a_wrong_length_is_an_invalid_value() {
        var answer = ask(resynchronising(new byte[16], new byte[10]));

        assertThat(result(answer)).isEqualTo(ResultCode.INVALID_AVP_VALUE.value());
        assertThat(answer.find(Base.FAILED_AVP).has(S6a.RE_SYNCHRONIZATION_INFO))
                .isTrue();
    }

    @Test
    void resynchronisation_for_both_accesses_at_once_is_refused() {
        var info = new byte[30];
        var answer = ask(resynchronising(new byte[16], new byte[14])
                .and(writer -> writer.begin(S6a.REQUESTED_UTRAN_GERAN_AUTHENTICATION_INFO)
                        .add(S6a.RE_SYNCHRONIZATION_INFO, info)
                        .end()));

        assertThat(result(answer)).isEqualTo(ResultCode.UNABLE_TO_COMPLY.value());
        assertThat(storedSqn()).isEqualTo(SQN);
    }

    @ParameterizedTest
    @CsvSource({"IMSI_UNKNOWN, 5001", "ROAMING_NOT_ALLOWED, 5004"})
    void an_unknown_subscriber_is_answered_as_configured(String policy, int code) {
        configure("roaming: {inbound: {reject_unknown_imsis_with: " + policy + "}}");

        assertThat(experimental(ask(mme.air("999990000000099", 1)))).isEqualTo(code);
        assertThat(events("Unknown User")).isEqualTo(1);
    }

    @Test
    void a_user_name_that_is_no_imsi_is_an_unknown_user() {
        assertThat(experimental(ask(mme.air("alice@example.org", 1)))).isEqualTo(5001);
    }

    @Test
    void keys_without_a_subscription_are_an_unknown_user() {
        subscribers.execute("DELETE FROM subscriber");

        assertThat(experimental(ask(mme.air(ALICE, 1)))).isEqualTo(5001);
    }

    @Test
    void a_disabled_subscriber_is_an_unknown_user_unless_emergency_calls_need_no_subscription() {
        subscribers.execute("UPDATE subscriber SET enabled = 0");

        assertThat(experimental(ask(mme.air(ALICE, 1)))).isEqualTo(5001);
        assertThat(events("Disabled User")).isEqualTo(1);
        configure("emergency: {unauthenticated: true}");
        assertThat(vectors(ask(mme.air(ALICE, 1)), S6a.E_UTRAN_VECTOR)).hasSize(1);
    }

    @Test
    void a_subscription_without_packet_services_is_no_eps_subscription() {
        subscribers.execute("UPDATE subscriber SET nam = 1");

        var answer = ask(mme.air(ALICE, 1));

        assertThat(experimental(answer)).isEqualTo(5420);
        assertThat(answer.enumerated(S6a.ERROR_DIAGNOSTIC, -1)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"false, 5004", "true, 0"})
    void who_may_not_roam_gets_no_vectors_unless_needed_for_emergency_calls(boolean exempt, int code) {
        subscribers.execute("UPDATE subscriber SET roaming_enabled = 0");
        configure("roaming: {emergency_exempt: " + exempt + "}");

        assertThat(experimental(ask(mme.air(ALICE, 1).with(S6a.VISITED_PLMN_ID, hex("62f220")))))
                .isEqualTo(code);
    }

    @Test
    void a_visited_plmn_that_is_none_is_an_invalid_value() {
        var answer = ask(mme.air(ALICE, 1).with(S6a.VISITED_PLMN_ID, hex("ffffff")));

        assertThat(result(answer)).isEqualTo(ResultCode.INVALID_AVP_VALUE.value());
        assertThat(answer.find(Base.FAILED_AVP).has(S6a.VISITED_PLMN_ID)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ki = 'nonsense'",
        "ki = 'abcd'",
        "opc = '00'",
        "amf = ''",
        "algo = '9'; opc = ''",
        "sqn = 281474976710656"
    })
    void without_usable_keys_or_numbers_there_is_no_authentication_data(String change) {
        subscribers.execute("UPDATE auc SET " + change.replace(';', ','));

        assertThat(experimental(ask(mme.air(ALICE, 1)))).isEqualTo(4181);
    }

    @Test
    void the_usage_type_is_told_when_asked_for() {
        subscribers.execute("INSERT INTO jhss_subscriber (subscriber_id, ue_usage_type)"
                + " SELECT subscriber_id, 7 FROM subscriber");

        assertThat(ask(mme.air(ALICE, 1)).has(S6a.UE_USAGE_TYPE)).isFalse();
        var answer = ask(mme.air(ALICE, 1).with(S6a.AIR_FLAGS, 1));
        assertThat(answer.integer32(S6a.UE_USAGE_TYPE, 0)).isEqualTo(7);
        assertThat(vectors(answer, S6a.E_UTRAN_VECTOR)).hasSize(1);
    }

    @Test
    void a_request_for_the_usage_type_alone_costs_no_vector() {
        var answer = ask(mme.air(ALICE, 1)
                .without(S6a.REQUESTED_EUTRAN_AUTHENTICATION_INFO)
                .with(S6a.AIR_FLAGS, 1));

        assertThat(result(answer)).isEqualTo(ResultCode.SUCCESS.value());
        assertThat(answer.has(S6a.AUTHENTICATION_INFO)).isFalse();
        assertThat(storedSqn()).isEqualTo(SQN);
    }

    @Test
    void a_feature_that_is_insisted_on_and_not_there_is_refused_with_those_that_are() {
        var answer = ask(mme.air(ALICE, 1).andOctets(mandatoryFeatures(1 << 10)));

        assertThat(experimental(answer)).isEqualTo(5011);
        assertThat(answer.find(Cx.SUPPORTED_FEATURES).integer32(Cx.FEATURE_LIST_ID, 0))
                .isEqualTo(1);
    }

    /** Supported-Features with the M bit. */
    private static byte[] mandatoryFeatures(int features) {
        var request = DiameterRequests.mme()
                .bare(S6a.AIR)
                .and(out -> out.begin(Cx.SUPPORTED_FEATURES)
                        .add(Base.VENDOR_ID, Vendors.THREE_GPP)
                        .add(Cx.FEATURE_LIST_ID, 1)
                        .add(Cx.FEATURE_LIST, features)
                        .end());
        var message = (Message) Message.parse(request.octets());
        var avp = message.find(Cx.SUPPORTED_FEATURES);
        var octets = Arrays.copyOfRange(avp.buffer(), avp.offset(), avp.offset() + avp.length());
        octets[4] |= 0x40;
        return octets;
    }

    private DiameterRequest forUtran(int count) {
        return mme.air(ALICE, 1)
                .without(S6a.REQUESTED_EUTRAN_AUTHENTICATION_INFO)
                .and(utran(count, true));
    }

    private static Consumer<MessageWriter> utran(int count, boolean immediate) {
        return writer -> {
            writer.begin(S6a.REQUESTED_UTRAN_GERAN_AUTHENTICATION_INFO).add(S6a.NUMBER_OF_REQUESTED_VECTORS, count);
            if (immediate) {
                writer.add(S6a.IMMEDIATE_RESPONSE_PREFERRED, 0);
            }
            writer.end();
        };
    }

    private DiameterRequest resynchronising(byte[] rand, byte[] auts) {
        var info = new byte[rand.length + auts.length];
        System.arraycopy(rand, 0, info, 0, rand.length);
        System.arraycopy(auts, 0, info, rand.length, auts.length);
        return mme.air(ALICE, 1)
                .with(
                        S6a.REQUESTED_EUTRAN_AUTHENTICATION_INFO,
                        writer -> writer.begin(S6a.REQUESTED_EUTRAN_AUTHENTICATION_INFO)
                                .add(S6a.NUMBER_OF_REQUESTED_VECTORS, 1)
                                .add(S6a.RE_SYNCHRONIZATION_INFO, info)
                                .end());
    }

    private Message ask(DiameterRequest request) {
        return hss.ask(request.octets());
    }

    private UsimAnswer.Authenticated authenticate(Avp vector) {
        return (UsimAnswer.Authenticated) usim.authenticate(vector.octets(S6a.RAND), vector.octets(S6a.AUTN));
    }

    private static List<Avp> vectors(Message answer, AvpDefinition kind) {
        var found = new ArrayList<Avp>();
        answer.find(S6a.AUTHENTICATION_INFO).all(kind).forEach(found::add);
        return found;
    }

    private long storedSqn() {
        return subscribers.read(ALICE, SubscriberState::sqn);
    }

    private double events(String event) {
        return hss.meters().find("prom_diam_auth_event_count").tag("event", event).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private static int result(Message answer) {
        return answer.integer32(Base.RESULT_CODE, 0);
    }

    private static int experimental(Message answer) {
        return answer.find(Base.EXPERIMENTAL_RESULT).integer32(Base.EXPERIMENTAL_RESULT_CODE, 0);
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
