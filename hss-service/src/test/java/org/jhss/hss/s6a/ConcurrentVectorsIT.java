// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.jhss.aka.AkaEngine;
import org.jhss.aka.MilenageKey;
import org.jhss.aka.Usim;
import org.jhss.aka.UsimAnswer;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.hss.pipeline.TestHss;
import org.jhss.hss.pipeline.TestPeer;
import org.jhss.store.Store;
import org.jhss.store.secret.KeyVault;
import org.jhss.testkit.database.TestDatabase;
import org.jhss.testkit.diameter.DiameterRequests;
import org.jhss.testkit.fixture.SubscriberFixture;
import org.jhss.testkit.redis.RedisServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No sequence number is handed out twice, however many ask for one subscriber at the same time. */
class ConcurrentVectorsIT {

    private static final String CONFIG = """
            hss:
              OriginHost: hss01.epc.mnc099.mcc999.3gppnetwork.org
              MCC: "999"
              MNC: "99"
              workers: 2
            """;

    private static final String ALICE = "999990000000001";
    private static final int REQUESTS = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HexFormat HEX = HexFormat.of();

    @ParameterizedTest
    @EnumSource
    void a_hundred_requests_at_two_instances_get_a_hundred_sequence_numbers(TestDatabase database) {
        var bus = RedisServer.shared().settings();
        try (var store = open(database);
                var otherStore = Store.open(store.database().settings(), KeyVault.disabled());
                var _ = new TestHss(bus, store, CONFIG, new S6aModule());
                var _ = new TestHss(bus, otherStore, CONFIG, new S6aModule());
                var peer = new TestPeer(bus, "diameter-" + database)) {
            var nodes = IntStream.range(0, 5)
                    .mapToObj(i -> DiameterRequests.mme("mme" + i))
                    .toList();
            var ids = IntStream.range(0, REQUESTS)
                    .mapToObj(i ->
                            peer.send(nodes.get(i % nodes.size()).air(ALICE, 1).octets()))
                    .toList();
            await().atMost(PATIENCE).until(() -> peer.answered() == REQUESTS);

            assertThat(ids)
                    .allSatisfy(id -> assertThat(peer.answer(id).integer32(Base.RESULT_CODE, 0))
                            .isEqualTo(2001));
            assertThat(new HashSet<>(sequenceNumbers(peer, ids))).hasSize(REQUESTS);
        }
    }

    private static Store open(TestDatabase database) {
        var store = Store.open(database.fresh(), KeyVault.disabled());
        store.migrator().migrate();
        SubscriberFixture.subscriber(ALICE).sqn(1000).store(store);
        return store;
    }

    /** What a card reads that has seen none of the vectors yet, one card per vector since their order is lost. */
    private static List<Long> sequenceNumbers(TestPeer peer, List<Long> ids) {
        var key = MilenageKey.ofOpc(
                HEX.parseHex(SubscriberFixture.TEST_SET_1_K), HEX.parseHex(SubscriberFixture.TEST_SET_1_OPC));
        return ids.stream()
                .map(id -> peer.answer(id).find(S6a.AUTHENTICATION_INFO).find(S6a.E_UTRAN_VECTOR))
                .map(vector -> new Usim(new AkaEngine(), key, 5, 0)
                        .authenticate(vector.octets(S6a.RAND), vector.octets(S6a.AUTN)))
                .map(answer -> ((UsimAnswer.Authenticated) answer).sqn())
                .toList();
    }
}
