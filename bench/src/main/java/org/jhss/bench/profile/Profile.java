// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.profile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * The samples of one process, counted in four ways.
 *
 * @param total samples
 * @param threads by kind of thread
 * @param components by whose code it is: the JDK's, the C library's and the kernel's work counts for the nearest caller of ours or of a
 *     library
 * @param kernel by component as above, only what was spent inside the kernel
 * @param self by the frame that was running
 * @param own by each method of ours on the stack, with all that it calls
 */
record Profile(
        long total,
        Map<String, Long> threads,
        Map<String, Long> components,
        Map<String, Long> kernel,
        Map<String, Long> self,
        Map<String, Long> own) {

    private static final String KERNEL_MARK = "_[k]";
    private static final String NOBODY = "(nobody's: JVM, native, kernel)";

    /** Counts stacks as async-profiler's collapsed format has them: thread;frame;…;frame count. */
    static Profile of(List<String> collapsed) {
        var profile = new Profile(
                collapsed.stream().mapToLong(Profile::count).sum(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>());
        collapsed.forEach(profile::add);
        return profile;
    }

    private static long count(String line) {
        return Long.parseLong(line.substring(line.lastIndexOf(' ') + 1));
    }

    private void add(String line) {
        long count = count(line);
        var frames = List.of(line.substring(0, line.lastIndexOf(' ')).split(";", -1));
        var leaf = frames.getLast();
        var owner = frames.reversed().stream()
                .flatMap(frame -> Component.of(frame).stream())
                .map(Component::label)
                .findFirst()
                .orElse(NOBODY);
        count(threads, kind(frames.getFirst()), count);
        count(components, owner, count);
        count(self, leaf, count);
        if (leaf.endsWith(KERNEL_MARK)) {
            count(kernel, owner, count);
        }
        for (var frame : new HashSet<>(frames)) {
            if (frame.startsWith("org/jhss/")) {
                count(own, frame, count);
            }
        }
    }

    private static void count(Map<String, Long> counts, String key, long count) {
        counts.merge(key, count, Long::sum);
    }

    /** [jhss-worker-3 tid=77] is a thread of the kind jhss-worker. */
    private static String kind(String thread) {
        int end = thread.indexOf(" tid=");
        var name = end < 0 ? thread : thread.substring(1, end);
        int last = name.length();
        while (last > 0 && (Character.isDigit(name.charAt(last - 1)) || "-#".indexOf(name.charAt(last - 1)) >= 0)) {
            last--;
        }
        return last == 0 ? name : name.substring(0, last);
    }
}
