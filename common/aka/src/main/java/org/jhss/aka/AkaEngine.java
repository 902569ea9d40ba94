// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.aka;

/**
 * The algorithm sets with their reusable cipher objects. One per thread: neither the engine nor the functions it returns may be
 * shared. Vectors of one key made in a row schedule the key once.
 */
public final class AkaEngine {

    /** Length of RAND in octets. */
    public static final int RAND_LENGTH = 16;

    private final Milenage milenage = new Milenage();
    private final Tuak tuak = new Tuak();
    private final Xor xor = new Xor();

    /**
     * The functions of {@code key} for {@code rand}, valid until the next call.
     *
     * @param rand 16 octets
     * @throws IllegalArgumentException when {@code rand} has another length
     */
    public AkaFunctions start(AkaKey key, byte[] rand) {
        Octets.requireLength("RAND", rand, RAND_LENGTH);
        return switch (key) {
            case MilenageKey subscriber -> milenage.start(subscriber, rand);
            case TuakKey subscriber -> tuak.start(subscriber, rand);
            case XorKey subscriber -> xor.start(subscriber, rand);
        };
    }
}
