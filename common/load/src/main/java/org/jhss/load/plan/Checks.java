// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.plan;

/**
 * How closely answers are looked at. Identifiers and result codes always are.
 *
 * @param keys what vectors are checked against
 * @param sampleEvery vectors of one answer in so many are computed again; 1 checks all, 0 none
 * @param rememberedSqns how many pairs of subscriber and SQN are remembered to find repeated ones; 0 for none. The first so many
 *     of the run are compared with each other and with all later ones; the report says how many were not remembered. Costs 16 octets each
 */
public record Checks(KeySource keys, int sampleEvery, int rememberedSqns) {

    /** What fits comfortably into the heap of the command line. */
    public static final int DEFAULT_REMEMBERED_SQNS = 4_000_000;

    /** The most pairs that can be remembered. */
    public static final int MAX_REMEMBERED_SQNS = 1 << 29;

    /** No keys, no vectors computed, no SQN remembered. */
    public static final Checks NONE = new Checks(KeySource.NONE, 0, 0);

    /**
     * @throws IllegalArgumentException when a number is out of its range
     */
    public Checks {
        if (sampleEvery < 0 || rememberedSqns < 0 || rememberedSqns > MAX_REMEMBERED_SQNS) {
            throw new IllegalArgumentException("a sample is 1 in 1 or more (0 for none); at most " + MAX_REMEMBERED_SQNS
                    + " sequence numbers are remembered");
        }
    }

    /** All vectors checked against these keys, and SQNs remembered as far as is usual. */
    public static Checks all(KeySource keys) {
        return new Checks(keys, 1, DEFAULT_REMEMBERED_SQNS);
    }
}
