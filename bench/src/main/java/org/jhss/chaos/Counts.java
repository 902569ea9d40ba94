// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.chaos;

import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the requests.
 *
 * @param sent requests, each counted once
 * @param succeeded answered with success
 * @param refused answered otherwise, by code
 * @param ended whose connection ended before an answer came
 * @param lost neither answered nor their connection ended
 * @param duplicated answers beyond the first to one request, and answers to nothing
 * @param late answers after the request's deadline
 * @param repeatedSqns sequence numbers that a subscriber got twice
 * @param wrongVectors vectors that the subscriber's card would not take
 * @param missingLocations locations that were acknowledged and are not in the database
 */
public record Counts(
        long sent,
        long succeeded,
        Map<Integer, Long> refused,
        long ended,
        long lost,
        long duplicated,
        long late,
        long repeatedSqns,
        long wrongVectors,
        long missingLocations) {

    /** Nothing was sent. */
    public static final Counts NONE = simple(0, 0, Map.of(), 0);

    public Counts {
        refused = new TreeMap<>(refused);
    }

    /** Of requests that all fared well or were refused. */
    public static Counts simple(long sent, long succeeded, Map<Integer, Long> refused, long lost) {
        return new Counts(sent, succeeded, refused, 0, lost, 0, 0, 0, 0, 0);
    }

    /** All that were answered otherwise than with success. */
    public long refusedTotal() {
        return refused.values().stream().mapToLong(Long::longValue).sum();
    }

    /** All that must never occur, whatever is done to the system. */
    public long sins() {
        return lost + duplicated + late + repeatedSqns + wrongVectors + missingLocations;
    }
}
