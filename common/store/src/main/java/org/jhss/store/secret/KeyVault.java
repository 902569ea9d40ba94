// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts subscriber keys for storage: AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce before the ciphertext and the
 * 128-bit tag after it. The additional data name the column and the row, so that a value copied into another place is refused.
 * New values are sealed with the active key; all configured keys open. Thread-safe.
 */
public final class KeyVault {

    /** What a sealed value is: part of its additional data. */
    public enum Purpose {
        K,
        OP,
        /** What an operation log remembers of keys. */
        HISTORY
    }

    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final int KEY_OCTETS = 32;
    private static final int NONCE_OCTETS = 12;
    private static final int TAG_OCTETS = 16;
    private static final KeyVault DISABLED = new KeyVault(null, Map.of());

    private final @Nullable String activeKeyId;
    private final Map<String, SecretKeySpec> keys;
    private final SecureRandom random = new SecureRandom();
    private final ThreadLocal<Cipher> cipher = ThreadLocal.withInitial(KeyVault::newCipher);

    private KeyVault(@Nullable String activeKeyId, Map<String, SecretKeySpec> keys) {
        this.activeKeyId = activeKeyId;
        this.keys = keys;
    }

    /** No encryption: keys are stored as PyHSS stores them, and sealed ones cannot be opened. */
    public static KeyVault disabled() {
        return DISABLED;
    }

    /**
     * Seals with {@code keys[activeKeyId]}, opens with any of {@code keys}.
     *
     * @throws IllegalArgumentException when the active key is missing or a key has not 32 octets
     */
    public static KeyVault of(String activeKeyId, Map<String, SecretKey> keys) {
        if (!keys.containsKey(activeKeyId)) {
            throw new IllegalArgumentException("the active encryption key '" + activeKeyId + "' is not configured");
        }
        return new KeyVault(activeKeyId, specs(keys));
    }

    /** Opens with any of {@code keys} and stores new values in plain: for the way back to PyHSS. */
    public static KeyVault openingOnly(Map<String, SecretKey> keys) {
        return new KeyVault(null, specs(keys));
    }

    private static Map<String, SecretKeySpec> specs(Map<String, SecretKey> keys) {
        var specs = new HashMap<String, SecretKeySpec>();
        keys.forEach((id, key) -> {
            if (key.length() != KEY_OCTETS) {
                throw new IllegalArgumentException("encryption key '" + id + "' must have 32 octets");
            }
            specs.put(id, new SecretKeySpec(key.octets(), "AES"));
        });
        return Map.copyOf(specs);
    }

    /** The key that seals new values; empty when they are to be stored in plain. */
    public Optional<String> activeKeyId() {
        return Optional.ofNullable(activeKeyId);
    }

    /**
     * Seals {@code plain} with the active key for the row {@code aucId}.
     *
     * @throws IllegalStateException when there is no active key
     */
    public byte[] seal(SecretKey plain, int aucId, Purpose purpose) {
        var key = activeKeyId == null ? null : keys.get(activeKeyId);
        if (key == null) {
            throw new IllegalStateException("no active encryption key");
        }
        var nonce = new byte[NONCE_OCTETS];
        random.nextBytes(nonce);
        try {
            var gcm = cipher.get();
            gcm.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_OCTETS * Byte.SIZE, nonce));
            gcm.updateAAD(additionalData(aucId, purpose));
            var octets = plain.octets();
            var sealed = Arrays.copyOf(nonce, NONCE_OCTETS + octets.length + TAG_OCTETS);
            gcm.doFinal(octets, 0, octets.length, sealed, NONCE_OCTETS);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM failed", e);
        }
    }

    /** What {@link #seal} was given; empty when the key is not configured or the value is damaged or from another place. */
    public Optional<SecretKey> open(String keyId, byte[] sealed, int aucId, Purpose purpose) {
        var key = keys.get(keyId);
        if (key == null || sealed.length < NONCE_OCTETS + TAG_OCTETS) {
            return Optional.empty();
        }
        try {
            var gcm = cipher.get();
            gcm.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_OCTETS * Byte.SIZE, sealed, 0, NONCE_OCTETS));
            gcm.updateAAD(additionalData(aucId, purpose));
            return Optional.of(SecretKey.of(gcm.doFinal(sealed, NONCE_OCTETS, sealed.length - NONCE_OCTETS)));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM failed", e);
        }
    }

    private static byte[] additionalData(int aucId, Purpose purpose) {
        var name = purpose.name().getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(name.length + Integer.BYTES)
                .put(name)
                .putInt(aucId)
                .array();
    }

    private static Cipher newCipher() {
        try {
            return Cipher.getInstance(TRANSFORMATION);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK lacks " + TRANSFORMATION, e);
        }
    }
}
