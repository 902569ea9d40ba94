// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.Cx;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.Message;
import org.jhss.hss.pipeline.DirectHss;
import org.jhss.identity.Imsi;
import org.jhss.store.work.Need;
import org.jhss.store.work.NodeType;
import org.jhss.store.work.ServingNode;
import org.jhss.testkit.fixture.SubscriberFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** For the registered node, a client sees what PyHSS 2.0 answers, but for the features that it did not offer. */
class PyhssPurgeAndNotifyTest {

    private static final String CONFIG = """
            hss:
              OriginHost: hss01
              OriginRealm: epc.mnc001.mcc001.3gppnetwork.org
              MCC: "001"
              MNC: "01"
            """;

    private static final Imsi ALICE = new Imsi("001010000000001");
    private static final ServingNode.Address MME =
            new ServingNode.Address("mme01.epc", "epc.mnc001.mcc001.3gppnetwork.org", "mme01.epc;hss01", "");

    @TempDir
    Path directory;

    private TestSubscribers subscribers;
    private DirectHss hss;

    @BeforeEach
    void open() {
        subscribers = new TestSubscribers(directory);
        SubscriberFixture.subscriber(ALICE.value()).store(subscribers.store());
        hss = new DirectHss(subscribers.store(), CONFIG, new S6aModule());
        var _ = subscribers.store().unitsOfWork().run(work -> {
            work.prefetch(List.of(ALICE), Set.of(Need.values()));
            var replaced =
                    work.subscriber(ALICE).orElseThrow().register(ServingNode.at(NodeType.MME, MME, Instant.EPOCH));
            work.commit();
            return replaced;
        });
    }

    @AfterEach
    void close() {
        subscribers.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUR", "NOR"})
    void the_answer_is_the_recorded_one(String name) throws IOException {
        var fields = recorded(name);

        var ours = hss.ask(HexFormat.of().parseHex(fields[1]));

        var recorded = (Message) Message.parse(HexFormat.of().parseHex(fields[2]));
        assertThat(ours.hopByHop()).isEqualTo(recorded.hopByHop());
        assertThat(ours.commandCode()).isEqualTo(recorded.commandCode());
        assertThat(ours.octets(S6a.PUA_FLAGS)).isEqualTo(recorded.octets(S6a.PUA_FLAGS));
        for (var avp : recorded) {
            if (!avp.is(Cx.SUPPORTED_FEATURES) && !avp.is(Base.VENDOR_SPECIFIC_APPLICATION_ID)) {
                assertThat(ours.find(avp.definition().orElseThrow()).octets())
                        .as(avp.toString())
                        .isEqualTo(avp.octets());
            }
        }
        var application = ours.find(Base.VENDOR_SPECIFIC_APPLICATION_ID);
        assertThat(application.integer32(Base.AUTH_APPLICATION_ID, 0)).isEqualTo(S6a.PUR.applicationId());
    }

    private static String[] recorded(String name) throws IOException {
        try (var file =
                Objects.requireNonNull(PyhssPurgeAndNotifyTest.class.getResourceAsStream("pyhss-purge-notify.csv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(name + ","))
                    .map(line -> line.split(",", -1))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
