// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.change;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.jhss.hss.change.NodeTask.Step;
import org.jhss.hss.outbound.NodeAnswer;
import org.jhss.hss.outbound.OutboundResult;
import org.jhss.hss.outbound.RequestSender;
import org.jhss.store.change.Change;
import org.jhss.store.change.NodeResult;

/** Sends the requests of tasks and writes down what comes back. Thread-safe; waits for nothing. */
final class Errands {

    private final RequestSender sender;
    private final InstantSource clock;
    private final ChangeMetrics metrics;

    Errands(RequestSender sender, InstantSource clock, ChangeMetrics metrics) {
        this.sender = sender;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Completes, never exceptionally, when all tasks have ended. */
    CompletableFuture<Attempt> run(Change change, List<NodeTask> tasks) {
        var outcomes = tasks.stream().map(task -> run(change, task)).toList();
        return CompletableFuture.allOf(outcomes.toArray(CompletableFuture[]::new))
                .thenApply(_ -> new Attempt(
                        change, outcomes.stream().map(CompletableFuture::join).toList()));
    }

    private CompletableFuture<NodeOutcome> run(Change change, NodeTask task) {
        return step(change, task, 0, new ArrayList<>());
    }

    /** A step that fails ends the task: what follows builds on it. */
    private CompletableFuture<NodeOutcome> step(Change change, NodeTask task, int index, List<NodeResult> results) {
        var step = task.steps().get(index);
        var started = clock.instant();
        return send(step).thenCompose(result -> {
            var answer = step.request().isEmpty() ? NodeAnswer.REFUSED : NodeAnswer.of(result);
            results.add(result(change, task, step, result, started));
            metrics.count(step.command(), answer);
            boolean last = index + 1 == task.steps().size();
            return last || answer != NodeAnswer.DONE
                    ? CompletableFuture.completedFuture(new NodeOutcome(task, results, answer))
                    : step(change, task, index + 1, results);
        });
    }

    private CompletableFuture<OutboundResult> send(Step step) {
        return step.request()
                .map(sender::send)
                .orElseGet(() -> CompletableFuture.completedFuture(
                        new OutboundResult.Failed("what is stored of the node is no Diameter identity")));
    }

    private NodeResult result(Change change, NodeTask task, Step step, OutboundResult result, Instant started) {
        var now = clock.instant();
        var code = OptionalInt.empty();
        var vendor = OptionalInt.empty();
        if (result instanceof OutboundResult.Answer answer) {
            code = OptionalInt.of(answer.code());
            vendor = OptionalInt.of(answer.vendorId());
        }
        return new NodeResult(
                change.id(),
                task.imsi().value(),
                task.node(),
                step.command(),
                result.isSuccess(),
                result.text(),
                code,
                vendor,
                change.attempts() + 1,
                now,
                Duration.between(started, now));
    }
}
