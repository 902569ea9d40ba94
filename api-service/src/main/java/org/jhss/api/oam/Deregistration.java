// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.oam;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jhss.api.error.Failure;
import org.jhss.api.network.Facilities;
import org.jhss.api.network.HssCalls;
import org.jhss.api.network.NodeResult;
import org.jhss.api.network.RowChange;
import org.jhss.provisioning.schema.ResourceRow;
import org.jhss.provisioning.schema.ResourceType;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Lets a subscriber go from all that serve it: MME, SGSN, S-CSCF and PDN gateways are told, over the interfaces that are served here, and
 * what is stored of them is forgotten, whatever they say. Nothing is forgotten when no hss service could be asked.
 */
final class Deregistration {

    private static final List<String> SCSCF = List.of("scscf", "scscf_timestamp", "scscf_realm", "scscf_peer");

    /** What became of it. */
    sealed interface Result {

        /** It is done; what each node said. */
        record Done(List<NodeResult> nodes) implements Result {}

        /** Nothing was done. */
        record Refused(Failure failure) implements Result {}
    }

    private final Facilities facilities;
    private final HssCalls hss;

    Deregistration(Facilities facilities) {
        this.facilities = facilities;
        this.hss = facilities.hss();
    }

    Result run(ResourceRow subscriber, Optional<ResourceRow> ims, boolean reattach) {
        var imsi = String.valueOf(subscriber.get("imsi"));
        var arguments = JsonNodeFactory.instance.objectNode().put("imsi", imsi).put("reattach", reattach);
        var answer = hss.call("s6a.deregister", arguments);
        if (!(answer instanceof HssCalls.Result.Done(var told))) {
            return new Result.Refused(HssCalls.failure(answer, "S6a"));
        }
        var nodes = new ArrayList<>(told);
        var served = ims.filter(row -> row.get("scscf") != null);
        served.ifPresent(
                row -> nodes.addAll(told("cx.registration-termination", "scscf", List.of(row), imsi, "scscf")));
        var sessions = facilities.objects().find(ResourceType.SERVING_APN, "subscriber_id", subscriber.key());
        if (!sessions.isEmpty()) {
            nodes.addAll(told("gx.release", "pgw", sessions, imsi, "serving_pgw"));
        }
        forget(served, sessions);
        return new Result.Done(List.copyOf(nodes));
    }

    /** Over an interface that may not be there: then each node is told of as such. */
    private List<NodeResult> told(String call, String node, List<ResourceRow> rows, String imsi, String host) {
        var arguments = JsonNodeFactory.instance.objectNode().put("imsi", imsi);
        return switch (hss.call(call, arguments)) {
            case HssCalls.Result.Done(var nodes) -> nodes;
            case HssCalls.Result.NotServed _ ->
                each(rows, node, host, HssCalls.NOT_SERVED, "no running hss service serves this interface");
            case HssCalls.Result.Refused refused -> each(rows, node, host, "FAILED", refused.message());
            case HssCalls.Result.Away away ->
                each(rows, node, host, away.timedOut() ? "TIMEOUT" : "FAILED", away.reason());
        };
    }

    private static List<NodeResult> each(
            List<ResourceRow> rows, String node, String host, String result, String reason) {
        Function<ResourceRow, NodeResult> one =
                row -> new NodeResult(node, text(row, host), text(row, host + "_realm"), false, result, reason);
        return rows.stream().map(one).toList();
    }

    /** Only what was there before: who has registered anew meanwhile stays so. */
    private void forget(Optional<ResourceRow> ims, List<ResourceRow> sessions) {
        if (ims.isEmpty() && sessions.isEmpty()) {
            return;
        }
        facilities.store().tables().write(transaction -> {
            var change = new RowChange(transaction, facilities.config(), Instant.now());
            ims.ifPresent(row -> change.lock(ResourceType.IMS_SUBSCRIBER, row.key())
                    .filter(current -> same(row, current, SCSCF))
                    .ifPresent(current -> {
                        var changed = current.copy();
                        SCSCF.forEach(column -> changed.values()[changed.type().position(column)] = null);
                        change.update(current, changed);
                    }));
            for (var session : sessions) {
                change.lock(ResourceType.SERVING_APN, session.key())
                        .filter(current -> same(session, current, List.of("pcrf_session_id")))
                        .ifPresent(change::delete);
            }
            return sessions;
        });
    }

    private static boolean same(ResourceRow one, ResourceRow other, List<String> columns) {
        return columns.stream().allMatch(column -> Objects.equals(one.get(column), other.get(column)));
    }

    private static String text(ResourceRow row, String column) {
        return Objects.toString(row.get(column), "");
    }
}
