// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s13;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Finds expressions that are short to write and huge to compile. RE2/J unrolls counted repeats and limits each to 1000, but not
 * repeats of repeats: {@code (((a{999}){999}){999})} exhausts the memory of the process.
 */
final class RepeatGuard {

    /** Longest expression; PyHSS's column holds 60 characters, SQLite any number. */
    private static final int MOST_CHARACTERS = 1_000;

    /** How often, all repeats around it multiplied, a part of an expression may be unrolled; RE2's own limit for one repeat. */
    private static final long MOST_COPIES = 1_000;

    private final String expression;
    private final Deque<Long> groups = new ArrayDeque<>();
    private int next;
    private long inGroup = 1;
    private long lastAtom = 1;
    private long most = 1;

    private RepeatGuard(String expression) {
        this.expression = expression;
    }

    /** Whether {@code expression} may be compiled without harm; it may still be none. */
    static boolean admits(String expression) {
        return expression.length() <= MOST_CHARACTERS && new RepeatGuard(expression).copies() <= MOST_COPIES;
    }

    /** The copies of the part that is unrolled most often. */
    private long copies() {
        while (next < expression.length() && most <= MOST_COPIES) {
            char c = expression.charAt(next++);
            switch (c) {
                case '\\' -> escape();
                case '[' -> characterClass();
                case '(' -> {
                    groups.push(inGroup);
                    inGroup = 1;
                    lastAtom = 1;
                }
                case ')' -> {
                    lastAtom = inGroup;
                    inGroup = Math.max(inGroup, groups.isEmpty() ? 1 : groups.pop());
                }
                case '{' -> repeat();
                case '*', '+', '?' -> {
                    // One copy more at most; the atom before stays what a count would repeat.
                }
                default -> lastAtom = 1;
            }
        }
        return most;
    }

    private void escape() {
        lastAtom = 1;
        if (expression.startsWith("Q", next)) {
            int end = expression.indexOf("\\E", next);
            next = end < 0 ? expression.length() : end + 2;
        } else {
            next++;
        }
    }

    /** A bracket that comes first, also after ^, is a member; one after a backslash, too. */
    private void characterClass() {
        lastAtom = 1;
        if (expression.startsWith("^", next)) {
            next++;
        }
        if (expression.startsWith("]", next)) {
            next++;
        }
        while (next < expression.length() && expression.charAt(next) != ']') {
            next += expression.charAt(next) == '\\' ? 2 : 1;
        }
        next++;
    }

    /** {@code {n}}, {@code {n,}} or {@code {n,m}}; anything else in braces is text. */
    private void repeat() {
        long count = 0;
        long highest = 0;
        while (next < expression.length() && expression.charAt(next) != '}') {
            char c = expression.charAt(next++);
            if (c == ',') {
                count = 0;
            } else if (c >= '0' && c <= '9') {
                count = Math.min(count * 10 + c - '0', MOST_COPIES + 1);
                highest = Math.max(highest, count);
            } else {
                next--;
                lastAtom = 1;
                return;
            }
        }
        next++;
        lastAtom *= Math.max(1, highest);
        inGroup = Math.max(inGroup, lastAtom);
        most = Math.max(most, lastAtom);
    }
}
