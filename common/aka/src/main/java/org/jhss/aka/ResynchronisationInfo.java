// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.aka;

import java.util.Arrays;
import java.util.Optional;

/** What a serving node forwards of a USIM's synchronisation failure: RAND ‖ AUTS (TS 29.272 7.3.15, TS 29.229 6.3.11). */
public final class ResynchronisationInfo {

    /** Length in octets with an AUTS of {@link Auts#LENGTH}. */
    public static final int LENGTH = AkaEngine.RAND_LENGTH + Auts.LENGTH;

    final byte[] rand;
    final byte[] auts;

    private ResynchronisationInfo(byte[] rand, byte[] auts) {
        this.rand = rand;
        this.auts = auts;
    }

    /**
     * Reads {@code length} octets of {@code buffer} from {@code offset} on, copying them.
     *
     * @return empty when the length is not {@value #LENGTH} or the range lies outside {@code buffer}
     */
    public static Optional<ResynchronisationInfo> parse(byte[] buffer, int offset, int length) {
        if (length != LENGTH || offset < 0 || buffer.length - offset < length) {
            return Optional.empty();
        }
        int autsAt = offset + AkaEngine.RAND_LENGTH;
        return Optional.of(new ResynchronisationInfo(
                Arrays.copyOfRange(buffer, offset, autsAt), Arrays.copyOfRange(buffer, autsAt, offset + length)));
    }
}
