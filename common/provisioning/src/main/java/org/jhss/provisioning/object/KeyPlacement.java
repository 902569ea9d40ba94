// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.object;

import java.util.Optional;
import org.jhss.provisioning.schema.ResourceRow;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.store.secret.AuthenticationAlgorithm;
import org.jhss.store.secret.KeyVault;
import org.jhss.store.secret.SecretKey;
import org.jhss.store.secret.StoredKeys;
import org.jhss.store.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * Where K and OPc of a row of {@code auc} are kept: as {@link StoredKeys} says, in PyHSS's columns or, sealed or too long for them,
 * in {@code jhss_auc}.
 */
public final class KeyPlacement {

    private static final int PYHSS_KEY_DIGITS = 32;
    private static final Table AUC = ResourceType.AUC.stored();
    private static final int ALGORITHM = AUC.position("algorithm");
    private static final int KEY_ID = AUC.position("key_id");

    /** One of the two keys and its three places. */
    private record Place(KeyVault.Purpose purpose, int column, int plain, int sealed) {}

    private static final Place K =
            new Place(KeyVault.Purpose.K, AUC.position("ki"), AUC.position("k"), AUC.position("k_encrypted"));
    private static final Place OP =
            new Place(KeyVault.Purpose.OP, AUC.position("opc"), AUC.position("op"), AUC.position("op_encrypted"));

    private final KeyVault vault;

    public KeyPlacement(KeyVault vault) {
        this.vault = vault;
    }

    /** The row to insert where its key, which sealing needs, is not known yet: without what {@link #place} will move. */
    public ResourceRow withoutKeys(ResourceRow row) {
        var bare = row.copy();
        for (var place : new Place[] {K, OP}) {
            if (isMoved(bare.values()[place.column()])) {
                bare.values()[place.column()] = StoredKeys.ELSEWHERE;
            }
        }
        nameAlgorithm(bare.values());
        return bare;
    }

    /** Moves K and OPc, where they are plain, to where they are to be kept. */
    public void place(ResourceRow row) {
        var values = row.values();
        resealOld(row);
        place(row, K);
        place(row, OP);
        boolean sealed = values[K.sealed()] != null || values[OP.sealed()] != null;
        values[KEY_ID] = sealed ? vault.activeKeyId().<Object>map(id -> id).orElse(values[KEY_ID]) : null;
        nameAlgorithm(values);
    }

    /** {@code jhss_auc} has no row without an algorithm. */
    private static void nameAlgorithm(@Nullable Object[] values) {
        if (values[ALGORITHM] == null && needsExtension(values)) {
            values[ALGORITHM] = AuthenticationAlgorithm.MILENAGE.columnValue();
        }
    }

    /** The row with K and OPc in plain, for those who may see them; what cannot be opened stays as it is. */
    public ResourceRow reveal(ResourceRow row) {
        var plain = row.copy();
        for (var place : new Place[] {K, OP}) {
            if (StoredKeys.ELSEWHERE.equals(row.values()[place.column()])) {
                open(row, place).ifPresent(hex -> plain.values()[place.column()] = hex);
            }
        }
        return plain;
    }

    private void place(ResourceRow row, Place place) {
        var values = row.values();
        if (StoredKeys.ELSEWHERE.equals(values[place.column()]) || !(values[place.column()] instanceof String hex)) {
            return;
        }
        boolean moved = isMoved(hex);
        boolean sealing = vault.activeKeyId().isPresent();
        values[place.sealed()] =
                moved && sealing ? vault.seal(SecretKey.ofHex(hex).orElseThrow(), row.key(), place.purpose()) : null;
        values[place.plain()] = moved && !sealing ? hex : null;
        if (moved) {
            values[place.column()] = StoredKeys.ELSEWHERE;
        }
    }

    /** One key id stands for both: what stays is sealed anew with the active key when the other one is. */
    private void resealOld(ResourceRow row) {
        var values = row.values();
        var active = vault.activeKeyId();
        if (active.isEmpty() || !(values[KEY_ID] instanceof String old) || old.equals(active.get())) {
            return;
        }
        for (var place : new Place[] {K, OP}) {
            if (StoredKeys.ELSEWHERE.equals(values[place.column()])) {
                open(row, place).ifPresent(hex -> values[place.column()] = hex);
            }
        }
    }

    private Optional<String> open(ResourceRow row, Place place) {
        var values = row.values();
        if (values[place.plain()] instanceof String hex) {
            return Optional.of(hex);
        }
        return values[place.sealed()] instanceof byte[] sealed && values[KEY_ID] instanceof String keyId
                ? vault.open(keyId, sealed, row.key(), place.purpose()).map(SecretKey::toHex)
                : Optional.empty();
    }

    private boolean isMoved(@Nullable Object hex) {
        return hex instanceof String text
                && !text.isEmpty()
                && !text.equals(StoredKeys.ELSEWHERE)
                && (vault.activeKeyId().isPresent() || text.length() > PYHSS_KEY_DIGITS);
    }

    private static boolean needsExtension(@Nullable Object[] values) {
        for (int i = AUC.ownColumns(); i < values.length; i++) {
            if (values[i] != null) {
                return true;
            }
        }
        return false;
    }
}
