// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.secret;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The key columns of one {@code auc} row and its {@code jhss_auc} row as they are stored.
 *
 * <p>{@code auc.ki} decides where K is: {@link #ELSEWHERE} means {@code jhss_auc}, sealed or, for keys too long for PyHSS's columns,
 * in plain; anything else is K itself. So a key that PyHSS or an operator writes into {@code auc} counts at once, and PyHSS, which
 * cannot read {@link #ELSEWHERE} as hexadecimal, never computes vectors from a wrong key. {@code opc} likewise, where the empty
 * string means "none".
 *
 * @param longK K in plain that does not fit {@code auc.ki}, or null
 * @param longOp OPc or TOPc in plain that does not fit {@code auc.opc}, or null
 * @param sealed K and OPc encrypted, or null
 */
public record StoredKeys(
        int aucId,
        @Nullable String ki,
        @Nullable String opc,
        @Nullable String amf,
        @Nullable String algo,
        @Nullable String algorithm,
        @Nullable String longK,
        @Nullable String longOp,
        @Nullable SealedKeys sealed,
        AlgorithmParameters parameters) {

    /** Stands in {@code auc.ki} and {@code auc.opc} for a value kept in {@code jhss_auc}. */
    public static final String ELSEWHERE = "kept-in-jhss_auc";

    /** TS 33.102 6.3: AMF is 16 bits, four hexadecimal digits. */
    private static final int AMF_DIGITS = 4;

    private static final String DEFAULT_ALGO = "3";

    /** The keys, opened with {@code vault}. */
    public AuthenticationKeys open(KeyVault vault) {
        var function = algorithm == null
                ? Optional.of(AuthenticationAlgorithm.MILENAGE)
                : AuthenticationAlgorithm.of(algorithm);
        if (function.isEmpty()) {
            return new AuthenticationKeys.Unavailable("jhss_auc.algorithm is unknown");
        }
        var k = k(vault);
        if (k.isEmpty()) {
            return new AuthenticationKeys.Unavailable(
                    sealed == null ? "auc.ki is not hexadecimal" : "K cannot be decrypted with the configured keys");
        }
        boolean hasOp = opc != null && !opc.isEmpty();
        var op = op(vault);
        if (hasOp && op.isEmpty()) {
            return new AuthenticationKeys.Unavailable(
                    sealed == null ? "auc.opc is not hexadecimal" : "OPc cannot be decrypted with the configured keys");
        }
        int amfBits = amf == null || amf.length() != AMF_DIGITS ? -1 : parseHex(amf);
        if (amfBits < 0) {
            return new AuthenticationKeys.Unavailable("auc.amf is not 4 hexadecimal digits");
        }
        return new AuthenticationKeys.Available(
                function.get(), k.get(), op, amfBits, algo == null ? DEFAULT_ALGO : algo, parameters);
    }

    Optional<SecretKey> k(KeyVault vault) {
        return value(ki, longK, () -> unseal(vault, KeyVault.Purpose.K));
    }

    Optional<SecretKey> op(KeyVault vault) {
        return value(opc, longOp, () -> unseal(vault, KeyVault.Purpose.OP));
    }

    private static Optional<SecretKey> value(
            @Nullable String pyhssColumn, @Nullable String ownColumn, Supplier<Optional<SecretKey>> unsealed) {
        if (!ELSEWHERE.equals(pyhssColumn)) {
            return pyhssColumn == null || pyhssColumn.isEmpty() ? Optional.empty() : SecretKey.ofHex(pyhssColumn);
        }
        return ownColumn != null ? SecretKey.ofHex(ownColumn) : unsealed.get();
    }

    private Optional<SecretKey> unseal(KeyVault vault, KeyVault.Purpose purpose) {
        return sealed == null ? Optional.empty() : sealed.open(vault, aucId, purpose);
    }

    private static int parseHex(String digits) {
        int bits = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            bits = bits << 4 | digit;
        }
        return bits;
    }

    @Override
    public String toString() {
        return "StoredKeys[auc_id=" + aucId + ", redacted]";
    }
}
