// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jhss.provisioning.schema.ResourceRow;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.testkit.database.TestDatabase;
import org.jspecify.annotations.Nullable;

/** Whatever was done, undoing it in reverse brings back every column of every row, sealed keys among them. */
class RollbackPropertyTest {

    private static @Nullable Ground ground;

    @BeforeContainer
    static void open() {
        ground = Ground.on(TestDatabase.SQLITE.fresh(), Ground.vault(), Settings.QUIET);
        ground.subscriber("001010000000001");
        ground.subscriber("001010000000002");
        ground.create(ResourceType.ROAMING_NETWORK, "{'name':'n','mcc':'001','mnc':'01'}");
        ground.create(ResourceType.ROAMING_RULE, "{'roaming_network_id':1}");
        ground.create(ResourceType.SUBSCRIBER_ATTRIBUTES, "{'subscriber_id':1,'key':'k','value':'v: [str] ----> x'}");
        ground.create(
                ResourceType.EIR_HISTORY, "{'imsi_imei':'1,2','imsi_imei_timestamp':'2026-11-22T06:30:00.123456Z'}");
    }

    @AfterContainer
    static void close() {
        if (ground != null) {
            ground.close();
        }
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void operations_undone_in_reverse_leave_no_trace(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0) Integer> seeds) {
        var here = java.util.Objects.requireNonNull(ground);
        var before = here.everything();
        var operations = new ArrayList<String>();
        for (int seed : seeds) {
            if (act(here, new Random(seed)) instanceof Outcome.Done done
                    && !done.operationId().isEmpty()) {
                operations.add(done.operationId());
            }
        }
        operations.reversed().forEach(here::undo);
        assertThat(here.everything()).isEqualTo(before);
    }

    private static Outcome act(Ground here, Random random) {
        return switch (random.nextInt(12)) {
            case 0 ->
                here.tryCreate(
                        ResourceType.APN, "{'apn':'a" + random.nextInt(5) + "','apn_ambr_dl':1,'apn_ambr_ul':2}");
            case 1 ->
                here.tryCreate(
                        ResourceType.AUC,
                        "{'ki':'" + Ground.K + "','opc':'','amf':'8000','milenage_rotations':'4000204060','iccid':'"
                                + (898821100000000000L + random.nextInt(3)) + "'}");
            case 2 -> here.tryCreate(ResourceType.SUBSCRIBER, newSubscriber(here, random));
            case 3 ->
                here.tryUpdate(ResourceType.AUC, any(here, ResourceType.AUC, random), "{'ki':'" + hex(random) + "'}");
            case 4 ->
                here.tryUpdate(
                        ResourceType.AUC,
                        any(here, ResourceType.AUC, random),
                        "{'opc':'" + hex(random) + "','sqn':" + random.nextInt(100) + "}");
            case 5 ->
                here.tryUpdate(
                        ResourceType.SUBSCRIBER,
                        any(here, ResourceType.SUBSCRIBER, random),
                        "{'rfsp_index':" + (1 + random.nextInt(9)) + ",'nam':" + (random.nextBoolean() ? 2 : 0)
                                + ",'msisdn':" + (random.nextBoolean() ? "null" : "'44" + random.nextInt(9) + "'")
                                + "}");
            case 6 ->
                here.tryUpdate(
                        ResourceType.APN,
                        any(here, ResourceType.APN, random),
                        "{'pdn_gw_host':'pgw" + random.nextInt(3) + "','qci':" + (5 + random.nextInt(3)) + "}");
            case 7 ->
                here.tryCreate(
                        ResourceType.SUBSCRIBER_ATTRIBUTES,
                        "{'subscriber_id':" + any(here, ResourceType.SUBSCRIBER, random) + ",'key':'k','value':'v'}");
            case 8 ->
                here.tryCreate(
                        ResourceType.SUBSCRIBER_ROUTING,
                        "{'subscriber_id':" + any(here, ResourceType.SUBSCRIBER, random) + ",'apn_id':"
                                + any(here, ResourceType.APN, random) + ",'ip_address':'10.0.0.1'}");
            case 9 -> here.tryDelete(ResourceType.SUBSCRIBER, any(here, ResourceType.SUBSCRIBER, random));
            case 10 -> {
                var types = List.of(ResourceType.ROAMING_NETWORK, ResourceType.EIR_HISTORY, ResourceType.APN);
                var type = types.get(random.nextInt(types.size()));
                yield here.tryDelete(type, any(here, type, random));
            }
            default -> here.tryDelete(ResourceType.AUC, any(here, ResourceType.AUC, random));
        };
    }

    private static String newSubscriber(Ground here, Random random) {
        int apn = any(here, ResourceType.APN, random);
        return "{'imsi':'00101000000" + (1000 + random.nextInt(4)) + "','auc_id':" + any(here, ResourceType.AUC, random)
                + ",'default_apn':" + apn + ",'apn_list':'" + apn
                + "','serving_mme_timestamp':'2026-01-01T00:00:00.5Z'}";
    }

    /** The key of some row; 0, which none has, where there is none. */
    private static int any(Ground here, ResourceType type, Random random) {
        var keys = here.list(type).stream().map(ResourceRow::key).toList();
        return keys.isEmpty() ? 0 : keys.get(random.nextInt(keys.size()));
    }

    private static String hex(Random random) {
        return "%016x%016x".formatted(random.nextLong(), random.nextLong());
    }
}
