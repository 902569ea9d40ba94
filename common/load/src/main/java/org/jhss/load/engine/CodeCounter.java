// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jhss.load.report.CodeCount;

/** Counts result codes, of which there are few. Used by one thread. */
final class CodeCounter {

    private static final int INITIAL = 8;

    private int[] codes = new int[INITIAL];
    private boolean[] experimental = new boolean[INITIAL];
    private long[] counts = new long[INITIAL];
    private int size;

    void count(int code, boolean isExperimental) {
        for (int i = 0; i < size; i++) {
            if (codes[i] == code && experimental[i] == isExperimental) {
                counts[i]++;
                return;
            }
        }
        if (size == codes.length) {
            codes = Arrays.copyOf(codes, size * 2);
            experimental = Arrays.copyOf(experimental, size * 2);
            counts = Arrays.copyOf(counts, size * 2);
        }
        codes[size] = code;
        experimental[size] = isExperimental;
        counts[size++] = 1;
    }

    /** All codes with their counts. */
    List<CodeCount> toList() {
        var list = new ArrayList<CodeCount>();
        for (int i = 0; i < size; i++) {
            list.add(new CodeCount(codes[i], experimental[i], counts[i]));
        }
        return list;
    }

    /** Counts of several threads together, the most frequent first. */
    static List<CodeCount> merge(List<CodeCount> all) {
        var merged = new ArrayList<CodeCount>();
        for (var one : all) {
            int at = 0;
            while (at < merged.size() && !isSame(merged.get(at), one)) {
                at++;
            }
            if (at == merged.size()) {
                merged.add(one);
            } else {
                merged.set(
                        at,
                        new CodeCount(
                                one.code(),
                                one.experimental(),
                                one.count() + merged.get(at).count()));
            }
        }
        merged.sort(Comparator.comparingLong(CodeCount::count).reversed());
        return merged;
    }

    private static boolean isSame(CodeCount one, CodeCount other) {
        return one.code() == other.code() && one.experimental() == other.experimental();
    }
}
