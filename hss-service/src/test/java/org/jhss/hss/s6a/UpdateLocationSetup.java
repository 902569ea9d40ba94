// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.Cx;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.dictionary.Vendors;
import org.jhss.diameter.message.Avp;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.MessageWriter;
import org.jhss.hss.pipeline.DirectHss;
import org.jhss.store.work.NodeType;
import org.jhss.store.work.ServingNode;
import org.jhss.testkit.diameter.DiameterRequest;
import org.jhss.testkit.diameter.DiameterRequests;
import org.jhss.testkit.fixture.SubscriberFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A subscriber, an MME that registers it, and what to ask of the answers. */
abstract class UpdateLocationSetup {

    static final String CONFIG = """
            hss:
              OriginHost: hss01.epc.mnc099.mcc999.3gppnetwork.org
              OriginRealm: epc.mnc099.mcc999.3gppnetwork.org
              MCC: "999"
              MNC: "99"
            """;

    static final String ALICE = "999990000000001";
    static final int S6A_FLAG = 1 << 1;
    static final int SKIP = 1 << 2;
    static final int GPRS = 1 << 3;
    static final int COMBINED = 1 << 4;

    final DiameterRequests mme = DiameterRequests.mme();

    @TempDir
    Path directory;

    TestSubscribers subscribers;
    DirectHss hss;

    @BeforeEach
    void open() {
        subscribers = new TestSubscribers(directory);
        SubscriberFixture.subscriber(ALICE).msisdn("3161234567").store(subscribers.store());
        configure("");
    }

    @AfterEach
    void close() {
        subscribers.close();
    }

    void configure(String more) {
        hss = new DirectHss(subscribers.store(), CONFIG + more.indent(2), new S6aModule());
    }

    void extras(String assignments) {
        subscribers.execute(
                "INSERT INTO jhss_subscriber (subscriber_id) SELECT subscriber_id FROM subscriber",
                "UPDATE jhss_subscriber SET " + assignments);
    }

    void addApn(int id, String name, int pdnType, String more) {
        subscribers.execute(
                "INSERT INTO apn (apn_id, apn, ip_version, apn_ambr_dl, apn_ambr_ul, qci, arp_priority,"
                        + " arp_preemption_capability, arp_preemption_vulnerability, nbiot)"
                        + " VALUES (" + id + ", '" + name + "', " + pdnType + ", 9999, 9999, 5, 2, 1, 0, 0)",
                "UPDATE apn SET apn = apn" + more + " WHERE apn_id = " + id);
    }

    static Consumer<MessageWriter> features(int list, int bits) {
        return out -> out.begin(Cx.SUPPORTED_FEATURES)
                .add(Base.VENDOR_ID, Vendors.THREE_GPP)
                .add(Cx.FEATURE_LIST_ID, list)
                .add(Cx.FEATURE_LIST, bits)
                .end();
    }

    Message ask(DiameterRequest request) {
        return hss.ask(request.octets());
    }

    Optional<ServingNode> node(NodeType type) {
        return subscribers.read(ALICE, state -> state.node(type));
    }

    static List<Avp> apns(Message answer) {
        var found = new ArrayList<Avp>();
        answer.find(S6a.SUBSCRIPTION_DATA)
                .find(S6a.APN_CONFIGURATION_PROFILE)
                .all(S6a.APN_CONFIGURATION)
                .forEach(found::add);
        return found;
    }

    static int result(Message answer) {
        return answer.integer32(Base.RESULT_CODE, 0);
    }

    static int experimental(Message answer) {
        return answer.find(Base.EXPERIMENTAL_RESULT).integer32(Base.EXPERIMENTAL_RESULT_CODE, 0);
    }
}
