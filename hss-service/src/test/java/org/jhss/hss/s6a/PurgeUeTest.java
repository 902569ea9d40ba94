// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.dictionary.S6aFlags.Pua;
import org.jhss.diameter.dictionary.S6aFlags.Pur;
import org.jhss.diameter.dictionary.S6aFlags.Ulr;
import org.jhss.diameter.message.ExperimentalResultCode;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.ResultCode;
import org.jhss.hss.pipeline.DirectHss;
import org.jhss.identity.Plmn;
import org.jhss.store.work.LastSeen;
import org.jhss.store.work.NodeType;
import org.jhss.store.work.ServingNode;
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

class PurgeUeTest {

    private static final String CONFIG = """
            hss:
              OriginHost: hss01.epc.mnc099.mcc999.3gppnetwork.org
              MCC: "999"
              MNC: "99"
            """;

    private static final String ALICE = "999990000000001";
    private static final String STRANGER = "999990000009999";

    /** Network 999-99, cell 0x01234567. */
    private static final byte[] CELL = HexFormat.of().parseHex("99f99901234567");

    /** Network 999-99, tracking area 0x1001. */
    private static final byte[] TRACKING_AREA = HexFormat.of().parseHex("99f9991001");

    private final DiameterRequests mme = DiameterRequests.mme();
    private final DiameterRequests otherMme = DiameterRequests.mme("mme02");
    private final DiameterRequests sgsn = DiameterRequests.mme("sgsn01");

    @TempDir
    Path directory;

    private TestSubscribers subscribers;
    private DirectHss hss;

    @BeforeEach
    void open() {
        subscribers = new TestSubscribers(directory);
        SubscriberFixture.subscriber(ALICE).store(subscribers.store());
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
    void the_registered_mme_purges_and_freezes_its_m_tmsi() {
        ask(mme.ulr(ALICE));

        var answer = ask(mme.pur(ALICE));

        assertThat(frozen(answer)).isEqualTo(Pua.FREEZE_M_TMSI);
        assertThat(node(NodeType.MME).map(ServingNode::purged)).contains(true);
        assertThat(servingMmeOfPyhss()).isEmpty();
    }

    @Test
    void a_purge_is_repeated_without_harm() {
        ask(mme.ulr(ALICE));

        ask(mme.pur(ALICE));

        assertThat(frozen(ask(mme.pur(ALICE)))).isEqualTo(Pua.FREEZE_M_TMSI);
        assertThat(node(NodeType.MME).map(ServingNode::purged)).contains(true);
    }

    @Test
    void another_node_than_the_registered_one_succeeds_and_changes_nothing() {
        ask(mme.ulr(ALICE));

        var answer = ask(otherMme.pur(ALICE));

        assertThat(frozen(answer)).isZero();
        assertThat(node(NodeType.MME).map(ServingNode::purged)).contains(false);
        assertThat(servingMmeOfPyhss()).contains(mme.host().value());
    }

    @Test
    void a_subscriber_registered_nowhere_is_purged_without_freezing() {
        assertThat(frozen(ask(mme.pur(ALICE)))).isZero();
    }

    @Test
    void the_registered_sgsn_freezes_its_p_tmsi_and_leaves_the_mme_alone() {
        ask(mme.ulr(ALICE));
        ask(sgsn.ulr(ALICE).with(S6a.ULR_FLAGS, 0));

        var answer = ask(sgsn.pur(ALICE));

        assertThat(frozen(answer)).isEqualTo(Pua.FREEZE_P_TMSI);
        assertThat(node(NodeType.SGSN).map(ServingNode::purged)).contains(true);
        assertThat(node(NodeType.MME).map(ServingNode::purged)).contains(false);
    }

    @ParameterizedTest
    @CsvSource({"0, 3", "3, 3", "1, 1", "2, 2"})
    void a_combined_node_purges_the_halves_that_it_tells_or_both(int purFlags, int frozen) {
        ask(mme.ulr(ALICE).with(S6a.ULR_FLAGS, Ulr.S6A_S6D_INDICATOR | Ulr.NODE_TYPE_INDICATOR));
        ask(mme.ulr(ALICE).with(S6a.ULR_FLAGS, Ulr.NODE_TYPE_INDICATOR));

        var answer = ask(mme.pur(ALICE).with(S6a.PUR_FLAGS, purFlags));

        assertThat(frozen(answer)).isEqualTo(frozen);
        assertThat(node(NodeType.MME).map(ServingNode::purged)).contains((frozen & Pua.FREEZE_M_TMSI) != 0);
        assertThat(node(NodeType.SGSN).map(ServingNode::purged)).contains((frozen & Pua.FREEZE_P_TMSI) != 0);
    }

    @Test
    void a_purge_of_the_sgsn_half_does_not_take_the_registration_of_the_mme_half() {
        ask(mme.ulr(ALICE));

        assertThat(frozen(ask(mme.pur(ALICE).with(S6a.PUR_FLAGS, Pur.UE_PURGED_IN_SGSN))))
                .isZero();
        assertThat(node(NodeType.MME).map(ServingNode::purged)).contains(false);
    }

    @ParameterizedTest
    @CsvSource({STRANGER, "not-an-imsi"})
    void an_unknown_subscriber_is_answered_5001(String imsi) {
        assertExperimental(ask(mme.pur(imsi)), ExperimentalResultCode.USER_UNKNOWN);
    }

    @Test
    void keys_without_a_subscription_are_no_subscriber() {
        subscribers.execute("DELETE FROM subscriber");

        assertExperimental(ask(mme.pur(ALICE)), ExperimentalResultCode.USER_UNKNOWN);
    }

    @Test
    void an_update_of_the_location_ends_the_purge() {
        ask(mme.ulr(ALICE));
        ask(mme.pur(ALICE));

        ask(mme.ulr(ALICE));

        assertThat(node(NodeType.MME).map(ServingNode::purged)).contains(false);
        assertThat(servingMmeOfPyhss()).contains(mme.host().value());
    }

    @Test
    void a_node_that_has_purged_gets_no_cancellation_when_the_subscriber_turns_up_elsewhere() {
        ask(mme.ulr(ALICE));
        ask(mme.pur(ALICE));

        ask(otherMme.ulr(ALICE));

        assertThat(hss.originated()).isEmpty();
        assertThat(servingMmeOfPyhss()).contains(otherMme.host().value());
    }

    @Test
    void where_the_subscriber_was_last_is_stored_as_pyhss_spells_it() {
        ask(mme.ulr(ALICE));

        ask(located(mme.pur(ALICE), 90));

        assertThat(lastSeen()).hasValueSatisfying(seen -> {
            assertThat(seen.eci()).isEqualTo("19088743");
            assertThat(seen.enodebId()).isEqualTo("74565");
            assertThat(seen.cellId()).isEqualTo("103");
            assertThat(seen.tac()).isEqualTo("4097");
            assertThat(seen.plmn()).contains(new Plmn("999", "99"));
            assertThat(seen.at()).isBefore(Instant.now().minus(Duration.ofMinutes(89)));
        });
    }

    @Test
    void an_older_location_does_not_replace_a_newer_one() {
        ask(mme.ulr(ALICE));
        ask(located(mme.pur(ALICE), 1));
        var known = lastSeen();
        ask(mme.ulr(ALICE));

        ask(located(mme.pur(ALICE), 120));

        assertThat(lastSeen()).isEqualTo(known);
    }

    @Test
    void a_location_from_a_node_that_does_not_serve_is_not_believed() {
        ask(mme.ulr(ALICE));

        ask(located(otherMme.pur(ALICE), 0));

        assertThat(lastSeen()).isEmpty();
    }

    @Test
    void an_ignored_purge_is_answered_and_leaves_the_location() {
        configure("ignore_purge_ue_request: true");
        ask(mme.ulr(ALICE));

        assertThat(frozen(ask(located(mme.pur(ALICE), 0)))).isEqualTo(Pua.FREEZE_M_TMSI);

        assertThat(node(NodeType.MME).map(ServingNode::purged)).contains(false);
        assertThat(servingMmeOfPyhss()).contains(mme.host().value());
        assertThat(lastSeen()).isEmpty();
    }

    private static DiameterRequest located(DiameterRequest request, int ageMinutes) {
        return request.with(
                S6a.EPS_LOCATION_INFORMATION,
                out -> out.begin(S6a.EPS_LOCATION_INFORMATION)
                        .begin(S6a.MME_LOCATION_INFORMATION)
                        .add(S6a.E_UTRAN_CELL_GLOBAL_IDENTITY, CELL)
                        .add(S6a.TRACKING_AREA_IDENTITY, TRACKING_AREA)
                        .add(S6a.AGE_OF_LOCATION_INFORMATION, ageMinutes)
                        .end()
                        .end());
    }

    private static long frozen(Message answer) {
        assertThat(answer.integer32(Base.RESULT_CODE, 0)).isEqualTo(ResultCode.SUCCESS.value());
        assertThat(answer.has(S6a.PUA_FLAGS)).isTrue();
        return answer.unsigned32(S6a.PUA_FLAGS, -1);
    }

    private static void assertExperimental(Message answer, ExperimentalResultCode code) {
        assertThat(answer.find(Base.EXPERIMENTAL_RESULT).integer32(Base.EXPERIMENTAL_RESULT_CODE, 0))
                .isEqualTo(code.value());
        assertThat(answer.has(S6a.PUA_FLAGS)).isFalse();
    }

    private Message ask(DiameterRequest request) {
        return hss.ask(request.octets());
    }

    private Optional<ServingNode> node(NodeType type) {
        return subscribers.read(ALICE, state -> state.node(type));
    }

    private Optional<LastSeen> lastSeen() {
        return subscribers.read(ALICE, SubscriberState::lastSeen);
    }

    private Optional<String> servingMmeOfPyhss() {
        try (var connection = subscribers.store().database().readers().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT serving_mme FROM subscriber")) {
            rows.next();
            return Optional.ofNullable(rows.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
