// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.report;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a run has found, or what it has found so far.
 *
 * @param phase how far it is
 * @param measured how long requests have been sent after the warm-up
 * @param requests what became of those of the measured time
 * @param warmUp what became of those of the warm-up
 * @param answersPerSecond answers in the measured time, by its length
 * @param successesPerSecond those of success
 * @param latency of all commands
 * @param commands each entry of the mix
 * @param faults what must not occur
 * @param checks what the absence of faults rests on
 * @param links the connections
 * @param intervals second by second, from the first request on; the last one may be incomplete
 * @param generator the generator itself
 * @param problem why the run could not be made or ended early, if so
 */
public record LoadReport(
        Phase phase,
        Duration measured,
        RequestCounts requests,
        RequestCounts warmUp,
        double answersPerSecond,
        double successesPerSecond,
        Latency latency,
        List<CommandReport> commands,
        Faults faults,
        ChecksDone checks,
        LinkReport links,
        List<IntervalSample> intervals,
        GeneratorReport generator,
        Optional<String> problem) {

    /** How far a run is. */
    public enum Phase {
        CONNECTING,
        WARMING_UP,
        MEASURING,
        DRAINING,
        DONE
    }

    public LoadReport {
        commands = List.copyOf(commands);
        intervals = List.copyOf(intervals);
    }

    /** Requests lost, those of the warm-up included. */
    public long lost() {
        return requests.lost() + warmUp.lost();
    }

    /** Requests whose connection ended first, those of the warm-up included. */
    public long ended() {
        return requests.ended() + warmUp.ended();
    }

    /** Whether the run was made, nothing was lost and no fault occurred. Refusals and ended connections are no faults. */
    public boolean isClean() {
        return problem.isEmpty() && lost() == 0 && faults.total() == 0 && requests.sent() + warmUp.sent() > 0;
    }

    /** The entry of the mix with that label. */
    public Optional<CommandReport> command(String label) {
        return commands.stream()
                .filter(command -> command.label().equals(label))
                .findFirst();
    }

    /** For people. */
    public String toText() {
        return TextRendering.of(this);
    }

    /** For programs: all fields by their names, times in microseconds. */
    public String toJson() {
        return JsonRendering.of(this);
    }
}
