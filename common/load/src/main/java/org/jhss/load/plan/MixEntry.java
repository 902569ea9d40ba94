// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.plan;

import java.util.OptionalInt;

/**
 * A share of the requests.
 *
 * @param command the abbreviation, such as {@code AIR}
 * @param weight how many of these among the weights of all, at least 1
 * @param priority DRMP (RFC 7944): 0, the highest, to 15; empty to send none
 */
public record MixEntry(String command, int weight, OptionalInt priority) {

    private static final int LOWEST_PRIORITY = 15;

    /**
     * @throws IllegalArgumentException when weight or priority is out of its range
     */
    public MixEntry {
        if (weight < 1) {
            throw new IllegalArgumentException("the weight of " + command + " is at least 1");
        }
        if (priority.isPresent() && (priority.getAsInt() < 0 || priority.getAsInt() > LOWEST_PRIORITY)) {
            throw new IllegalArgumentException("a priority is 0 to 15");
        }
    }

    /** So many of that command, with no priority told. */
    public static MixEntry of(String command, int weight) {
        return new MixEntry(command, weight, OptionalInt.empty());
    }

    /** The name in reports: the command, and its priority when it has one, such as {@code AIR@0}. */
    public String label() {
        return priority.isPresent() ? command + "@" + priority.getAsInt() : command;
    }
}
