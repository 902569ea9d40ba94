// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key with which a SIM vendor encrypts Ki and OPc in an output file. Vendors and operators agree on it and on the cipher; the
 * block ciphers here are the usual ones, without padding, since a key is whole blocks long. One thread at a time.
 */
public final class TransportKey {

    /** The ciphers that are supported. */
    public enum Method {
        AES_ECB("AES/ECB/NoPadding", "AES"),
        /** With an initial vector of zeros. */
        AES_CBC("AES/CBC/NoPadding", "AES"),
        /** Two or three keys of 8 octets. */
        TDES_ECB("DESede/ECB/NoPadding", "DESede"),
        /** With an initial vector of zeros. */
        TDES_CBC("DESede/CBC/NoPadding", "DESede"),
        DES_ECB("DES/ECB/NoPadding", "DES"),
        /** With an initial vector of zeros. */
        DES_CBC("DES/CBC/NoPadding", "DES");

        private final String transformation;
        private final String algorithm;

        Method(String transformation, String algorithm) {
            this.transformation = transformation;
            this.algorithm = algorithm;
        }

        private boolean chains() {
            return transformation.contains("CBC");
        }
    }

    private static final HexFormat HEX = HexFormat.of();
    private static final int DES_OCTETS = 8;
    private static final int TWO_DES_KEYS = 16;
    private static final int THREE_DES_KEYS = 24;

    private final Cipher cipher;

    private TransportKey(Cipher cipher) {
        this.cipher = cipher;
    }

    /**
     * The key that a file holds in hexadecimal digits.
     *
     * @throws FormatException when it is no key for {@code method}
     */
    public static TransportKey read(Path file, Method method) throws IOException {
        byte[] octets;
        try {
            octets = HEX.parseHex(
                    Files.readString(file, StandardCharsets.US_ASCII).replaceAll("\\s", ""));
        } catch (IllegalArgumentException _) {
            throw new FormatException(file + " does not hold a key in hexadecimal digits");
        }
        return of(octets, method);
    }

    /**
     * The key of these octets: 16, 24 or 32 for AES, 16 or 24 for triple DES, 8 for DES.
     *
     * @throws FormatException when it is no key for {@code method}
     */
    public static TransportKey of(byte[] octets, Method method) throws FormatException {
        var key = method.algorithm.equals("DESede") && octets.length == TWO_DES_KEYS ? twoKeys(octets) : octets;
        try {
            var cipher = Cipher.getInstance(method.transformation);
            var spec = new SecretKeySpec(key, method.algorithm);
            if (method.chains()) {
                cipher.init(Cipher.DECRYPT_MODE, spec, new IvParameterSpec(new byte[cipher.getBlockSize()]));
            } else {
                cipher.init(Cipher.DECRYPT_MODE, spec);
            }
            return new TransportKey(cipher);
        } catch (GeneralSecurityException _) {
            throw new FormatException("a transport key of " + octets.length + " octets is none for " + method);
        }
    }

    /** The first key is used again as the third. */
    private static byte[] twoKeys(byte[] octets) {
        var three = Arrays.copyOf(octets, THREE_DES_KEYS);
        System.arraycopy(octets, 0, three, TWO_DES_KEYS, DES_OCTETS);
        return three;
    }

    /** The hexadecimal digits that {@code hex} hides; empty when it is not whole blocks in hexadecimal digits. */
    public Optional<String> decrypt(String hex) {
        try {
            return Optional.of(HEX.formatHex(cipher.doFinal(HEX.parseHex(hex))));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
