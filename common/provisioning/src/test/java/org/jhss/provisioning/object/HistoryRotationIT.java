// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.store.database.DatabaseSettings;
import org.jhss.store.secret.KeyRotation;
import org.jhss.store.secret.KeyVault;
import org.jhss.store.secret.SecretKey;
import org.jhss.testkit.database.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys that the operation log remembers outlive the encryption key that they were sealed with. */
class HistoryRotationIT {

    private static final SecretKey FIRST = SecretKey.of(new byte[32]);
    private static final SecretKey SECOND =
            SecretKey.of("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
    private static final String NEW_K = "00112233445566778899aabbccddeeff";

    private static void rotate(DatabaseSettings settings, KeyVault vault, KeyRotation.Result expected) {
        try (var ground = Ground.on(settings, vault, Settings.QUIET)) {
            assertThat(ground.store.keyRotation().run()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_deleted_key_comes_back_after_rotations(TestDatabase database) {
        var settings = database.fresh();
        int auc;
        Outcome.Done deleted;
        try (var ground = Ground.on(settings, KeyVault.of("1", Map.of("1", FIRST)), Settings.QUIET)) {
            auc = ground.auc("001010000000001").key();
            ground.update(ResourceType.AUC, auc, "{'ki':'" + NEW_K + "'}");
            deleted = ground.delete(ResourceType.AUC, auc);
        }
        // Created, changed, deleted.
        rotate(settings, KeyVault.of("2", Map.of("2", SECOND)), new KeyRotation.Result(0, 3, 0));
        rotate(settings, KeyVault.of("2", Map.of("1", FIRST, "2", SECOND)), new KeyRotation.Result(3, 0, 0));
        rotate(settings, KeyVault.of("2", Map.of("2", SECOND)), new KeyRotation.Result(0, 0, 0));
        rotate(settings, KeyVault.openingOnly(Map.of("2", SECOND)), new KeyRotation.Result(3, 0, 0));
        rotate(settings, KeyVault.of("1", Map.of("1", FIRST)), new KeyRotation.Result(3, 0, 0));

        try (var ground = Ground.on(settings, KeyVault.of("1", Map.of("1", FIRST)), Settings.QUIET)) {
            ground.undo(deleted.operationId());
            var back = ground.objects.reveal(ground.read(ResourceType.AUC, auc));
            assertThat(back.get("ki")).isEqualTo(NEW_K);
            assertThat(back.get("opc")).isEqualTo(Ground.OPC);
        }
    }
}
