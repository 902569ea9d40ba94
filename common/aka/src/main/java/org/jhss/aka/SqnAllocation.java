// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.aka;

/** What {@link SqnPolicy#allocate} found. */
public sealed interface SqnAllocation {

    /**
     * Sequence numbers in ascending order, of one IND and with consecutive SEQ.
     *
     * @param first the first of them
     * @param count how many, at least 1
     * @param step the distance from one to the next
     * @param next what is to be stored: the next value not yet issued
     */
    record Issued(long first, int count, long step, long next) implements SqnAllocation {

        /**
         * The sequence number {@code index}, from 0 on.
         *
         * @throws IndexOutOfBoundsException when {@code index} is not below the count
         */
        public long sqn(int index) {
            if (index < 0 || index >= count) {
                throw new IndexOutOfBoundsException(index);
            }
            return first + index * step;
        }
    }

    /**
     * Not as many numbers are left: the USIM is at the end of its life (TS 33.102 C.1.1.3 forbids to start over). Nothing is to be
     * stored; the subscriber needs a new USIM, or a resynchronisation if the stored value was set too high by mistake.
     */
    record Exhausted() implements SqnAllocation {}
}
