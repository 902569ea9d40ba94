// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.repository;

import java.util.Objects;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.jhss.identity.Imsi;
import org.jhss.store.entity.AucExtrasRow;
import org.jhss.store.entity.AucRow;
import org.jhss.store.secret.KeyVault;
import org.jhss.store.secret.SecretKey;
import org.jhss.store.secret.StoredKeys;

/**
 * The keys of SIMs. Rows come and go with K and OPc in plain hexadecimal in {@link AucRow#ki} and {@link AucRow#opc}; where a key
 * is configured they are stored encrypted, and read rows hold {@link StoredKeys#ELSEWHERE} in their place, which
 * {@link #update} leaves alone.
 */
public final class AuthenticationCentre extends Repository<AucRow> {

    private static final int PYHSS_KEY_DIGITS = 32;

    private final KeyVault vault;

    AuthenticationCentre(StatelessSession session, KeyVault vault) {
        super(session, AucRow.class, "aucId");
        this.vault = vault;
    }

    /** The keys of that IMSI. */
    public Optional<AucRow> findByImsi(Imsi imsi) {
        return firstBy("imsi", imsi.value());
    }

    /** The keys of that card. */
    public Optional<AucRow> findByIccid(String iccid) {
        return firstBy("iccid", iccid);
    }

    /** What jHSS adds to the keys of {@code aucId}, such as the algorithm. */
    public Optional<AucExtrasRow> extras(int aucId) {
        return Optional.ofNullable(session().get(AucExtrasRow.class, aucId));
    }

    /**
     * Stores keys that are Milenage's with the usual constants.
     *
     * @throws IllegalArgumentException when K or OPc are not hexadecimal
     */
    @Override
    public AucRow create(AucRow row) {
        return create(row, new AucExtrasRow());
    }

    /**
     * Stores keys with their algorithm and parameters; {@code extras.k} and {@code extras.op} are set here.
     *
     * @throws IllegalArgumentException when K or OPc are not hexadecimal
     */
    public AucRow create(AucRow row, AucExtrasRow extras) {
        var k = row.ki;
        var op = row.opc;
        if (isKeptElsewhere(k) || isKeptElsewhere(op)) {
            row.ki = placeholderFor(k);
            row.opc = placeholderFor(op);
        }
        session().insert(row);
        extras.aucId = Objects.requireNonNull(row.aucId);
        place(row, extras, k, op);
        if (needsExtras(extras)) {
            session().insert(extras);
        }
        return row;
    }

    /**
     * Writes a row; K and OPc only where they do not say {@link StoredKeys#ELSEWHERE}. SQN is left alone: see {@link #setSqn}.
     *
     * @throws IllegalArgumentException when K or OPc are not hexadecimal
     */
    @Override
    public void update(AucRow row) {
        int aucId = Objects.requireNonNull(row.aucId);
        var stored = extras(aucId);
        var extras = stored.orElseGet(AucExtrasRow::new);
        extras.aucId = aucId;
        place(row, extras, row.ki, row.opc);
        session().update(row);
        if (stored.isPresent()) {
            session().update(extras);
        } else if (needsExtras(extras)) {
            session().insert(extras);
        }
    }

    /** Sets the next SQN to be issued, 48 bits. Going back makes SIMs answer with a synchronisation failure. */
    public boolean setSqn(int aucId, long next) {
        return session()
                        .createMutationQuery("update AucRow set sqn = :sqn where aucId = :id")
                        .setParameter("sqn", next)
                        .setParameter("id", aucId)
                        .executeUpdate()
                == 1;
    }

    private boolean isKeptElsewhere(String hex) {
        return !hex.isEmpty() && (vault.activeKeyId().isPresent() || hex.length() > PYHSS_KEY_DIGITS);
    }

    private String placeholderFor(String hex) {
        return isKeptElsewhere(hex) ? StoredKeys.ELSEWHERE : hex;
    }

    private void place(AucRow row, AucExtrasRow extras, String k, String op) {
        var active = vault.activeKeyId();
        active.ifPresent(id -> sealAnew(extras, id, k, op));
        if (!StoredKeys.ELSEWHERE.equals(k)) {
            check(k, "K");
            boolean elsewhere = isKeptElsewhere(k);
            extras.kEncrypted = elsewhere && active.isPresent() ? seal(k, extras.aucId, KeyVault.Purpose.K) : null;
            extras.k = elsewhere && active.isEmpty() ? k : null;
            row.ki = placeholderFor(k);
        }
        if (!StoredKeys.ELSEWHERE.equals(op)) {
            check(op, "OPc");
            boolean elsewhere = isKeptElsewhere(op);
            extras.opEncrypted = elsewhere && active.isPresent() ? seal(op, extras.aucId, KeyVault.Purpose.OP) : null;
            extras.op = elsewhere && active.isEmpty() ? op : null;
            row.opc = placeholderFor(op);
        }
        extras.keyId = extras.kEncrypted == null && extras.opEncrypted == null
                ? null
                : Objects.requireNonNullElse(active.orElse(null), extras.keyId);
    }

    /** One key id stands for both values: what is not replaced now is sealed anew with the active key. */
    private void sealAnew(AucExtrasRow extras, String activeId, String newK, String newOp) {
        var old = extras.keyId;
        if (old == null || old.equals(activeId)) {
            return;
        }
        if (StoredKeys.ELSEWHERE.equals(newK) && extras.kEncrypted != null) {
            extras.kEncrypted = sealAnew(old, extras.kEncrypted, extras.aucId, KeyVault.Purpose.K);
        }
        if (StoredKeys.ELSEWHERE.equals(newOp) && extras.opEncrypted != null) {
            extras.opEncrypted = sealAnew(old, extras.opEncrypted, extras.aucId, KeyVault.Purpose.OP);
        }
    }

    private byte[] sealAnew(String keyId, byte[] sealed, int aucId, KeyVault.Purpose purpose) {
        var plain = vault.open(keyId, sealed, aucId, purpose)
                .orElseThrow(() -> new IllegalStateException(
                        "auc " + aucId + " is encrypted with key '" + keyId + "', which does not open it"));
        return vault.seal(plain, aucId, purpose);
    }

    private byte[] seal(String hex, int aucId, KeyVault.Purpose purpose) {
        return vault.seal(SecretKey.ofHex(hex).orElseThrow(), aucId, purpose);
    }

    private static void check(String hex, String what) {
        if (SecretKey.ofHex(hex).isEmpty()) {
            throw new IllegalArgumentException(what + " is not hexadecimal");
        }
    }

    private static boolean needsExtras(AucExtrasRow extras) {
        var usual = new AucExtrasRow();
        return extras.keyId != null
                || extras.k != null
                || extras.op != null
                || !extras.algorithm.equals(usual.algorithm)
                || extras.milenageConstants != null
                || extras.milenageRotations != null;
    }
}
