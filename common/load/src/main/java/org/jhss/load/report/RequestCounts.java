// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.report;

/**
 * What became of requests. {@code sent} = {@code answered} + {@code lost} + {@code ended} + {@code outstanding}.
 *
 * @param sent requests, each counted once even if it was sent again
 * @param answered in time, whatever the code
 * @param succeeded answered with a code of success
 * @param refused answered with a protocol error (3xxx): 3002, 3004 and so on
 * @param lost not answered in time although the connection stayed
 * @param ended whose connection ended before an answer came
 * @param outstanding still waiting, after a run none
 */
public record RequestCounts(
        long sent, long answered, long succeeded, long refused, long lost, long ended, long outstanding) {

    /** Nothing. */
    public static final RequestCounts NONE = new RequestCounts(0, 0, 0, 0, 0, 0, 0);

    /** The sums. */
    public RequestCounts plus(RequestCounts other) {
        return new RequestCounts(
                sent + other.sent,
                answered + other.answered,
                succeeded + other.succeeded,
                refused + other.refused,
                lost + other.lost,
                ended + other.ended,
                outstanding + other.outstanding);
    }

    /** Answered, but neither with success nor with a protocol error. */
    public long failed() {
        return answered - succeeded - refused;
    }
}
