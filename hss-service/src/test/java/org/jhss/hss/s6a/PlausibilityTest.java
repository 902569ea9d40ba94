// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a;

import static org.assertj.core.api.Assertions.assertThat;

import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.message.Message;
import org.jhss.identity.PeerHost;
import org.jhss.identity.Plmn;
import org.jhss.identity.Realm;
import org.jhss.store.work.NodeType;
import org.jhss.testkit.diameter.DiameterRequests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nodes that say to be where they are not, or take over whom they have not authenticated; home is network 999 99. */
class PlausibilityTest extends UpdateLocationSetup {

    private static final Plmn HOME = new Plmn("999", "99");
    private static final Plmn ABROAD = new Plmn("001", "01");
    private static final String FOREIGN_REALM = "epc.mnc001.mcc001.3gppnetwork.org";
    private static final int ROAMING_NOT_ALLOWED = 5004;

    private static DiameterRequests node(String realm, Plmn visited) {
        return new DiameterRequests(
                new PeerHost("mme." + realm),
                new Realm(realm),
                new Realm("epc.mnc099.mcc999.3gppnetwork.org"),
                visited);
    }

    private double counted(String check, String outcome) {
        var counter = hss.meters()
                .find("jhss.peer.policy")
                .tag("check", check)
                .tag("outcome", outcome)
                .counter();
        return counter == null ? 0 : counter.count();
    }

    private static int code(Message answer) {
        return answer.has(Base.RESULT_CODE) ? result(answer) : experimental(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "enforce, 5004, 1, 0",
        "log, 2001, 0, 1",
        "'off', 2001, 0, 0",
    })
    void a_foreign_node_that_says_to_be_at_home(String mode, int code, double refused, double logged) {
        configure("checks: {visited_plmn: " + mode + ", relocation: off}");
        var liar = node(FOREIGN_REALM, HOME);

        var answer = ask(liar.ulr(ALICE));

        assertThat(code(answer)).isEqualTo(code);
        assertThat(answer.text(Base.ERROR_MESSAGE).isEmpty()).isEqualTo(code == 2001);
        assertThat(node(NodeType.MME).isPresent()).isEqualTo(code == 2001);
        assertThat(counted("visited_plmn", "refused")).isEqualTo(refused);
        assertThat(counted("visited_plmn", "logged")).isEqualTo(logged);
        assertThat(code(ask(liar.air(ALICE, 1)))).as("nor does it get vectors").isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "epc.mnc001.mcc001.3gppnetwork.org, 00101, true",
        "epc.mnc001.mcc001.3gppnetwork.org, 001001, true",
        "EPC.MNC001.MCC001.3GPPNETWORK.ORG, 00101, true",
        "ims.mnc001.mcc001.3gppnetwork.org, 00101, true",
        "mnc001.mcc001.3gppnetwork.org, 00101, true",
        "epc.mnc001.mcc001.3gppnetwork.org, 00102, false",
        "epc.mnc001.mcc001.3gppnetwork.org, 00201, false",
        "epc.mnc260.mcc310.3gppnetwork.org, 310260, true",
        "epcmnc001.mcc001.3gppnetwork.org, 00101, false",
        "epc.mnc001.mcc001.3gppnetwork.org.evil.net, 00101, false",
        "mcc001.3gppnetwork.org, 00101, false",
        "localdomain, 00101, false",
        "mvno.example.org, 00101, true",
        "MVNO.example.org, 00103, true",
        "mvno.example.org, 00104, false",
        "operator.example.org, 99999, false",
        "epc.mnc099.mcc999.3gppnetwork.org, 99999, true",
        "epc.mnc099.mcc999.3gppnetwork.org, 00107, true",
    })
    void a_realm_stands_for_the_network_in_its_name_and_for_those_it_is_given(
            String realm, String visited, boolean believed) {
        configure("""
                checks:
                  visited_plmn: enforce
                  relocation: off
                  realm_plmns:
                    mvno.example.org: ["00101", "00103"]
                    epc.mnc099.mcc999.3gppnetwork.org: ["00107"]
                """);

        var answer = ask(node(realm, Plmn.parse(visited).orElseThrow()).air(ALICE, 1));

        assertThat(code(answer)).isEqualTo(believed ? 2001 : ROAMING_NOT_ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({
        "enforce, 5004, 1, 0",
        "log, 2001, 0, 1",
        "'off', 2001, 0, 0",
    })
    void a_node_abroad_that_takes_over_whom_it_has_not_authenticated(
            String mode, int code, double refused, double logged) {
        configure("checks: {relocation: " + mode + "}");
        ask(mme.ulr(ALICE));
        var thief = node(FOREIGN_REALM, ABROAD);

        assertThat(code(ask(thief.ulr(ALICE)))).isEqualTo(code);

        assertThat(counted("relocation", "refused")).isEqualTo(refused);
        assertThat(counted("relocation", "logged")).isEqualTo(logged);
        assertThat(node(NodeType.MME).orElseThrow().address().realm())
                .isEqualTo(code == 2001 ? FOREIGN_REALM : mme.realm().value());
        assertThat(hss.originated()).as("Cancel-Location to the MME at home").hasSize(code == 2001 ? 1 : 0);
    }

    @Test
    void a_node_abroad_that_has_asked_for_vectors_may_register_and_register_again() {
        configure("checks: {relocation: enforce}");
        ask(mme.ulr(ALICE));
        var abroad = node(FOREIGN_REALM, ABROAD);
        assertThat(code(ask(abroad.air(ALICE, 1)))).isEqualTo(2001);

        assertThat(code(ask(abroad.ulr(ALICE)))).isEqualTo(2001);
        assertThat(code(ask(node("epc.mnc002.mcc001.3gppnetwork.org", new Plmn("001", "02"))
                        .ulr(ALICE))))
                .as("not for another one's vectors")
                .isEqualTo(ROAMING_NOT_ALLOWED);
        assertThat(code(ask(mme.ulr(ALICE)))).as("home again").isEqualTo(2001);
    }

    @Test
    void a_second_node_of_the_realm_that_serves_the_subscriber_needs_no_vectors_of_its_own() {
        configure("checks: {relocation: enforce}");
        var abroad = node(FOREIGN_REALM, ABROAD);
        ask(abroad.air(ALICE, 1));
        ask(abroad.ulr(ALICE));
        configure("checks: {relocation: enforce}");
        var beside =
                new DiameterRequests(new PeerHost("mme2." + FOREIGN_REALM), abroad.realm(), abroad.homeRealm(), ABROAD);

        assertThat(code(ask(beside.ulr(ALICE)))).isEqualTo(2001);
    }

    @Test
    void vectors_that_were_refused_are_none() {
        configure("checks: {relocation: enforce}");
        var abroad = node(FOREIGN_REALM, ABROAD);
        subscribers.execute("UPDATE auc SET ki = 'none'");
        assertThat(code(ask(abroad.air(ALICE, 1)))).isNotEqualTo(2001);

        assertThat(code(ask(abroad.ulr(ALICE)))).isEqualTo(ROAMING_NOT_ALLOWED);
    }

    @Test
    void only_the_serving_node_purges_and_notifies() {
        configure("checks: {visited_plmn: enforce, relocation: enforce}");
        ask(mme.ulr(ALICE));
        var other = node(FOREIGN_REALM, ABROAD);

        assertThat(code(ask(other.nor(ALICE)))).isEqualTo(5423);
        ask(other.pur(ALICE));
        assertThat(node(NodeType.MME).orElseThrow().purged()).isFalse();
    }
}
