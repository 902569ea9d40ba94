// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import org.jhss.store.database.Columns;
import org.jhss.store.secret.AlgorithmParameters;
import org.jhss.store.secret.SealedKeys;
import org.jhss.store.secret.StoredKeys;
import org.jspecify.annotations.Nullable;

/** The key columns of {@code auc} followed by those of {@code jhss_auc}. */
final class KeyColumns {

    static final String AUC = "ki opc amf algo";
    static final String JHSS_AUC = "algorithm k op key_id k_encrypted op_encrypted"
            + " milenage_constants milenage_rotations keccak_iterations mac_length res_length ck_length ik_length";

    private KeyColumns() {}

    static StoredKeys read(ResultSet rows, int first, int aucId) throws SQLException {
        var algorithm = rows.getString(first + 4);
        return new StoredKeys(
                aucId,
                rows.getString(first),
                rows.getString(first + 1),
                rows.getString(first + 2),
                rows.getString(first + 3),
                algorithm,
                rows.getString(first + 5),
                rows.getString(first + 6),
                sealed(rows, first + 7),
                algorithm == null ? AlgorithmParameters.STANDARD : parameters(rows, first + 10));
    }

    private static @Nullable SealedKeys sealed(ResultSet rows, int first) throws SQLException {
        var keyId = rows.getString(first);
        return keyId == null ? null : new SealedKeys(keyId, rows.getBytes(first + 1), rows.getBytes(first + 2));
    }

    private static AlgorithmParameters parameters(ResultSet rows, int first) throws SQLException {
        Optional<String> constants = Columns.optionalText(rows, first);
        Optional<String> rotations = Columns.optionalText(rows, first + 1);
        OptionalInt iterations = Columns.optionalInt(rows, first + 2);
        return new AlgorithmParameters(
                constants,
                rotations,
                iterations,
                Columns.optionalInt(rows, first + 3),
                Columns.optionalInt(rows, first + 4),
                Columns.optionalInt(rows, first + 5),
                Columns.optionalInt(rows, first + 6));
    }
}
