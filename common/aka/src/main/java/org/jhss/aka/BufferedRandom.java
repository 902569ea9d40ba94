// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.aka;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Draws from a {@link SecureRandom} in chunks, since a call for 16 octets costs nearly as much as one for thousands. Octets handed
 * out are wiped from the buffer. Not thread-safe.
 */
public final class BufferedRandom implements RandomSource {

    private static final int CHUNK = 4096;

    private final SecureRandom source;
    private final byte[] buffer = new byte[CHUNK];
    private int position = CHUNK;

    /** Draws from the platform's non-blocking generator. */
    public BufferedRandom() {
        this(platformGenerator());
    }

    public BufferedRandom(SecureRandom source) {
        this.source = source;
    }

    @Override
    public void nextBytes(byte[] target) {
        int filled = 0;
        while (filled < target.length) {
            if (position == CHUNK) {
                source.nextBytes(buffer);
                position = 0;
            }
            int count = Math.min(target.length - filled, CHUNK - position);
            System.arraycopy(buffer, position, target, filled, count);
            Arrays.fill(buffer, position, position + count, (byte) 0);
            position += count;
            filled += count;
        }
    }

    /** /dev/urandom where there is one: it never blocks and, unlike a DRBG of ours, cannot be forked or seeded badly. */
    private static SecureRandom platformGenerator() {
        try {
            return SecureRandom.getInstance("NativePRNGNonBlocking");
        } catch (GeneralSecurityException absent) {
            return new SecureRandom();
        }
    }
}
