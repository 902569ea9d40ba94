// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jhss.provisioning.history.Actor;
import org.jhss.provisioning.schema.ResourceRow;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.store.Store;
import org.jhss.store.database.DatabaseSettings;
import org.jhss.store.secret.KeyVault;
import org.jhss.store.secret.SecretKey;
import org.jhss.store.table.Selection;
import org.jhss.testkit.database.TestDatabase;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A database with provisioning on top, and short words for what tests do with it. */
final class Ground implements AutoCloseable {

    static final Actor ACTOR = Actor.of("test", "request-1");
    static final String K = "465b5ce8b199b49faa5f0a2ee238a6bc";
    static final String OPC = "cd63cb71954a9f4e48a5994e37a02baf";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    final Store store;
    final Objects objects;

    private Ground(Store store, Settings settings) {
        this.store = store;
        store.migrator().migrate();
        this.objects = new Objects(store, settings);
    }

    static Ground on(TestDatabase database) {
        return on(database.fresh(), KeyVault.disabled(), Settings.QUIET);
    }

    static Ground on(DatabaseSettings database, KeyVault vault, Settings settings) {
        return new Ground(Store.open(database, vault), settings);
    }

    static KeyVault vault() {
        return KeyVault.of("k1", Map.of("k1", SecretKey.of(new byte[32])));
    }

    /** JSON with single quotes. */
    static ObjectNode json(String text) {
        return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
    }

    Outcome tryCreate(ResourceType type, String text) {
        return objects.create(type, json(text), ACTOR);
    }

    ResourceRow create(ResourceType type, String text) {
        return done(tryCreate(type, text)).row();
    }

    Outcome tryUpdate(ResourceType type, int key, String text) {
        return objects.update(type, key, json(text), Optional.empty(), ACTOR);
    }

    Outcome.Done update(ResourceType type, int key, String text) {
        return done(tryUpdate(type, key, text));
    }

    Outcome tryDelete(ResourceType type, int key) {
        return objects.delete(type, key, Optional.empty(), ACTOR);
    }

    Outcome.Done delete(ResourceType type, int key) {
        return done(tryDelete(type, key));
    }

    static Outcome.Done done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return (Outcome.Done) outcome;
    }

    RollbackOutcome.Done undo(String operationId) {
        var outcome = objects.rollback(operationId, false, ACTOR);
        assertThat(outcome).isInstanceOf(RollbackOutcome.Done.class);
        return (RollbackOutcome.Done) outcome;
    }

    ResourceRow apn() {
        return create(ResourceType.APN, "{'apn':'internet','apn_ambr_dl':0,'apn_ambr_ul':0}");
    }

    ResourceRow auc(String imsi) {
        return create(
                ResourceType.AUC, "{'ki':'" + K + "','opc':'" + OPC + "','amf':'8000','sqn':0,'imsi':'" + imsi + "'}");
    }

    ResourceRow subscriber(String imsi) {
        int apn = apn().key();
        return create(
                ResourceType.SUBSCRIBER,
                "{'imsi':'" + imsi + "','auc_id':" + auc(imsi).key() + ",'default_apn':" + apn + ",'apn_list':'" + apn
                        + "','msisdn':'441234'}");
    }

    ResourceRow read(ResourceType type, int key) {
        return objects.read(type, key).orElseThrow();
    }

    List<ResourceRow> list(ResourceType type) {
        return objects.list(type, Selection.ALL);
    }

    /** Everything that is stored, but the log. */
    SequencedMap<String, List<List<Object>>> everything() {
        var all = new LinkedHashMap<String, List<List<Object>>>();
        for (var type : ResourceType.values()) {
            if (type != ResourceType.OPERATION_LOG) {
                all.put(
                        type.table(),
                        list(type).stream().map(Ground::comparable).toList());
            }
        }
        return all;
    }

    private static List<Object> comparable(ResourceRow row) {
        var values = new java.util.ArrayList<Object>();
        for (var value : row.values()) {
            values.add(
                    value instanceof byte[] octets
                            ? java.util.HexFormat.of().formatHex(octets)
                            : String.valueOf(value));
        }
        return values;
    }

    @Override
    public void close() {
        store.close();
    }
}
