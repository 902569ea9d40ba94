// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.history;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.store.secret.KeyVault;
import org.jhss.store.secret.SecretKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What a rollback needs of keys: sealed where keys are, in plain where {@code auc} itself is. */
final class Secrets {

    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    private final KeyVault vault;

    Secrets(KeyVault vault) {
        this.vault = vault;
    }

    /** Keys before and after, of which each may be empty. */
    record Both(ObjectNode before, ObjectNode after) {
        static final Both NONE = new Both(SnapshotJson.parse(null), SnapshotJson.parse(null));
    }

    /** Puts the secret columns into a row of {@link MemoryTable}; nothing, when there are none. */
    void write(ResourceType type, int item, Snapshot before, Snapshot after, @Nullable Object[] row) {
        var old = SnapshotJson.write(type, before, true);
        var fresh = SnapshotJson.write(type, after, true);
        if (old.isEmpty() && fresh.isEmpty()) {
            return;
        }
        var both = SnapshotJson.parse(null);
        both.set(BEFORE, old);
        both.set(AFTER, fresh);
        var octets = both.toString().getBytes(StandardCharsets.UTF_8);
        var active = vault.activeKeyId();
        row[MemoryTable.KEY_ID] = active.orElse(null);
        row[MemoryTable.SECRETS] =
                active.isPresent() ? vault.seal(SecretKey.of(octets), item, KeyVault.Purpose.HISTORY) : octets;
    }

    /** What {@link #write} has put there; empty when no configured key opens it. */
    Optional<Both> read(int item, @Nullable Object[] row) {
        if (!(row[MemoryTable.SECRETS] instanceof byte[] stored)) {
            return Optional.of(Both.NONE);
        }
        var octets = row[MemoryTable.KEY_ID] instanceof String keyId
                ? vault.open(keyId, stored, item, KeyVault.Purpose.HISTORY).map(SecretKey::octets)
                : Optional.of(stored);
        return octets.map(plain -> SnapshotJson.parse(new String(plain, StandardCharsets.UTF_8)))
                .map(both -> new Both(part(both, BEFORE), part(both, AFTER)));
    }

    private static ObjectNode part(ObjectNode both, String name) {
        return both.get(name) instanceof ObjectNode node ? node : SnapshotJson.parse(null);
    }
}
