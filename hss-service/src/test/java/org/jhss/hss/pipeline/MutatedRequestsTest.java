// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jhss.diameter.dictionary.AvpDefinition;
import org.jhss.diameter.dictionary.Base;
import org.jhss.diameter.dictionary.S13;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.Header;
import org.jhss.diameter.message.Malformation;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.ResultCode;
import org.jhss.hss.s13.S13Module;
import org.jhss.hss.s6a.S6aModule;
import org.jhss.store.Store;
import org.jhss.store.database.DatabaseSettings;
import org.jhss.store.secret.KeyVault;
import org.jhss.testkit.diameter.DiameterRequests;
import org.jhss.testkit.fixture.SubscriberFixture;
import org.jhss.testkit.mutation.AnswerRules;
import org.jhss.testkit.mutation.Mutator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Broken requests through decoder, dispatcher, handlers and database: each gets one sound answer, or none is due. */
@Timeout(120)
class MutatedRequestsTest {

    private static final int BATCHES = Integer.getInteger("jhss.test.mutated_batches", 400);
    private static final int BATCH = 50;
    private static final long SEED = Long.getLong("jhss.test.seed", 20_261_122);
    private static final String IMSI = "999990000000001";

    private final DiameterRequests mme = DiameterRequests.mme();
    private final AnswerRules rules = new AnswerRules();

    @TempDir
    Path directory;

    private Store store;

    @BeforeEach
    void provision() {
        store = Store.open(DatabaseSettings.sqlite(directory.resolve("hss.db")), KeyVault.disabled());
        store.migrator().migrate();
        SubscriberFixture.subscriber(IMSI).store(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void each_request_gets_one_sound_answer_and_answers_get_none() {
        var hss = new DirectHss(store, """
                hss: {OriginHost: hss01.epc.mnc099.mcc999.3gppnetwork.org, OriginRealm: epc.mnc099.mcc999.3gppnetwork.org}
                """, new S6aModule(), new S13Module());
        var mutator = new Mutator(
                SEED,
                List.of(
                        S6a.AIR, S6a.AIR, S6a.ULR, S6a.ULR, S6a.PUR, S6a.NOR, S6a.NOR, S13.ECR, S6a.AIA, S6a.CLR,
                        Base.STR),
                texts());
        int answered = 0;
        int succeeded = 0;
        for (int i = 0; i < BATCHES; i++) {
            var batch = new ArrayList<byte[]>();
            for (int j = 0; j < BATCH; j++) {
                batch.add(mutator.next());
            }
            // One good request stands between the bad ones.
            batch.add(mme.air(IMSI, 1).octets());
            var answers = hss.exchangeAll(batch);
            for (int j = 0; j < batch.size(); j++) {
                byte[] answer = answers.get(j);
                if (answer == null) {
                    assertThat(isAnswerDue(batch.get(j))).as(hex(batch.get(j))).isFalse();
                } else {
                    answered++;
                    assertThat(rules.breach(batch.get(j), answer, 0, answer.length))
                            .as("request %s answer %s", hex(batch.get(j)), hex(answer))
                            .isEmpty();
                    succeeded += codeOf(answer) == ResultCode.SUCCESS.value() ? 1 : 0;
                }
            }
            assertThat(codeOf(answers.get(BATCH))).isEqualTo(ResultCode.SUCCESS.value());
            assertThat(hss.meters().counter("jhss_hss_handler_failures").count())
                    .isZero();
        }
        // The mutations are worth something only while some of them get as far as an answer of success.
        assertThat(answered).isGreaterThan(BATCHES);
        assertThat(succeeded).isGreaterThan(2 * BATCHES);
    }

    private static boolean isAnswerDue(byte[] octets) {
        return switch (Message.parse(octets)) {
            case Message message -> message.isRequest();
            case Malformation malformation -> malformation.isAnswerable();
        };
    }

    private Map<AvpDefinition, List<String>> texts() {
        return Map.of(
                Base.USER_NAME, List.of(IMSI, IMSI, IMSI, "999990000000002", "99999000000000"),
                Base.ORIGIN_HOST,
                        List.of(mme.host().value(), "mme02." + mme.realm().value()),
                Base.ORIGIN_REALM, List.of(mme.realm().value()),
                Base.DESTINATION_REALM, List.of(mme.realm().value()));
    }

    private static long codeOf(byte[] answer) {
        return answer.length > Header.LENGTH && Message.parse(answer) instanceof Message message
                ? message.unsigned32(Base.RESULT_CODE, 0)
                : 0;
    }

    private static String hex(byte[] octets) {
        return HexFormat.of().formatHex(octets, 0, Math.min(octets.length, 2000));
    }
}
