// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.work;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Lists of values for {@code IN (?, ?, ...)} in few sizes, so that there are few statements to keep prepared: a list is cut into
 * pieces and each padded with its last value.
 */
final class InList {

    private static final int[] SIZES = {1, 4, 16, 64, 256};
    private static final int LARGEST = 256;

    private InList() {}

    /** {@code values} in padded pieces. */
    static <T> List<List<T>> pieces(Collection<T> values) {
        var pieces = new ArrayList<List<T>>();
        var all = List.copyOf(values);
        for (int start = 0; start < all.size(); start += LARGEST) {
            pieces.add(padded(all.subList(start, Math.min(start + LARGEST, all.size()))));
        }
        return pieces;
    }

    /** {@code (?, ?, ...)} with {@code count} marks. */
    static String marks(int count) {
        return "(" + "?, ".repeat(count - 1) + "?)";
    }

    private static <T> List<T> padded(List<T> values) {
        int size = LARGEST;
        for (int candidate : SIZES) {
            if (candidate >= values.size()) {
                size = candidate;
                break;
            }
        }
        if (size == values.size()) {
            return values;
        }
        var padded = new ArrayList<T>(size);
        padded.addAll(values);
        while (padded.size() < size) {
            padded.add(values.getLast());
        }
        return padded;
    }
}
