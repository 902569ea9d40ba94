// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.pcrf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jhss.api.error.Failure;
import org.jhss.api.error.Kind;
import org.jhss.api.error.Rendered;
import org.jhss.api.network.Facilities;
import org.jhss.api.network.Fields;
import org.jhss.api.network.HssCalls;
import org.jhss.api.network.RowSets;
import org.jhss.api.route.Answer;
import org.jhss.api.route.Endpoint;
import org.jhss.api.route.EndpointBuilder;
import org.jhss.api.route.Method;
import org.jhss.api.route.Request;
import org.jhss.api.route.Response;
import org.jhss.api.route.Schema;
import org.jhss.api.route.Schema.Property;
import org.jhss.api.route.Status;
import org.jhss.provisioning.schema.ResourceRow;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.store.table.Filter;
import tools.jackson.databind.node.JsonNodeFactory;

/** Having devices attach anew, also as a restoration after a P-CSCF has failed; the texts are PyHSS's, which consoles show. */
final class ReattachEndpoints {

    private static final String IMSI = "imsi";
    private static final String MSISDN = "msisdn";
    private static final String PCSCF = "pcscf";
    private static final String NEITHER = "Error: IMSI or MSISDN Required";
    private static final int LONGEST = 512;
    private static final int BAD_REQUEST = 400;
    private static final int INTERNAL = 500;
    private static final int AT_ONCE = 32;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Schema.Fields WHO = new Schema.Fields(
            "PCRF_PCSCF_Restoration_Subscriber",
            List.of(
                    Property.optional(IMSI, Schema.text(15), "IMSI; it or msisdn must be given")
                            .example("001010000000001"),
                    Property.optional(MSISDN, Schema.text(18), "Primary number of the IMS subscriber")
                            .example("441234567890")));

    private static final Schema.Fields WHICH = new Schema.Fields(
            "PCRF_PCSCF_Restoration",
            List.of(Property.required(PCSCF, Schema.text(LONGEST), "The P-CSCF, exactly as IMS subscribers have it")
                    .example("pcscf.ims.mnc001.mcc001.3gppnetwork.org")));

    private static final Schema.Fields RESULT = new Schema.Fields(
            "Action result",
            List.of(Property.required("Result", Schema.text(LONGEST), "What was done, or why not, for people")));

    /** How PyHSS speaks of the two actions on one subscriber. */
    private record Wording(String request, boolean unsentIsFine) {}

    private static final Wording CANCEL = new Wording("Cancel Location Request", false);
    private static final Wording RESTORE = new Wording("PCSCF Restoration request", true);

    private final Facilities facilities;
    private final HssCalls hss;

    ReattachEndpoints(Facilities facilities) {
        this.facilities = facilities;
        this.hss = facilities.hss();
    }

    List<Endpoint> all() {
        return List.of(
                single("/pcrf/clr_subscriber", "Send CLR to a subscriber", CANCEL)
                        .strict(ReattachEndpoints::unhandled)
                        .handledBy(request -> single(request, CANCEL)),
                single(
                                "/pcrf/pcscf_restoration_subscriber",
                                "Trigger P-CSCF restoration for an IMS subscriber",
                                RESTORE)
                        .strict(ReattachEndpoints::unknownIsNull)
                        .handledBy(request -> single(request, RESTORE)),
                PcrfEndpoints.start(Method.PUT, "/pcrf/pcscf_restoration")
                        .operationId("Trigger P-CSCF restoration for all IMS subscribers attached to a P-CSCF")
                        .summary("Has all devices attach anew that are registered at a P-CSCF")
                        .description(
                                "Those that are not served by an MME, or whose MME is not connected, are passed over. 503 when not"
                                        + " one request could be sent although there is somebody to send it for.")
                        .optionalBody(WHICH, "The P-CSCF")
                        .ok("The requests were sent", RESULT)
                        .response(new Response(BAD_REQUEST, "No P-CSCF is named", Optional.of(RESULT), List.of()))
                        .fails(Kind.TIMED_OUT)
                        .handledBy(this::restoreAll));
    }

    private static EndpointBuilder single(String path, String id, Wording wording) {
        return PcrfEndpoints.start(Method.PUT, path)
                .operationId(id)
                .summary("Has a subscriber's device attach anew")
                .description(
                        "Sends a Cancel-Location-Request with Reattach-Required (TS 29.272 7.3.152) to the serving MME. A msisdn is"
                                + " looked for among IMS subscribers.")
                .optionalBody(WHO, "Whose device")
                .ok("The " + wording.request() + " was sent", RESULT)
                .response(new Response(
                        BAD_REQUEST,
                        "Nobody is named, no MME serves the subscriber, or its peer is not connected",
                        Optional.of(RESULT),
                        List.of()))
                .fails(Kind.NOT_FOUND, Kind.CONFLICT, Kind.TIMED_OUT);
    }

    private Answer single(Request request, Wording wording) {
        var fields = new Fields(request.object());
        var imsi = fields.text(IMSI);
        var msisdn = fields.text(MSISDN);
        var wrong = fields.failure();
        if (wrong.isPresent()) {
            return Answer.failed(wrong.get());
        }
        if (imsi.isEmpty() && msisdn.isEmpty()) {
            return result(BAD_REQUEST, NEITHER);
        }
        var rows = facilities.rows();
        if (imsi.isEmpty()) {
            var ims = rows.only(ResourceType.IMS_SUBSCRIBER, MSISDN, msisdn.orElseThrow());
            if (ims.row().isEmpty()) {
                return Answer.failed(ims.failure());
            }
            imsi = ims.row().map(row -> String.valueOf(row.get(IMSI)));
        }
        var subscriber = rows.only(ResourceType.SUBSCRIBER, IMSI, imsi.orElseThrow());
        return subscriber.row().map(row -> reattach(row, wording)).orElseGet(() -> Answer.failed(subscriber.failure()));
    }

    private Answer reattach(ResourceRow subscriber, Wording wording) {
        if (!(subscriber.get("serving_mme_peer") instanceof String peer) || peer.isEmpty()) {
            return result(BAD_REQUEST, "Error: Subscriber is not currently served by an MME");
        }
        var via = peer.substring(0, peer.indexOf(';') < 0 ? peer.length() : peer.indexOf(';'));
        var imsi = String.valueOf(subscriber.get(IMSI));
        var called = hss.cancelLocation(imsi, true);
        boolean sent = called instanceof HssCalls.Result.Done done && done.isSent();
        if (sent || (wording.unsentIsFine() && facilities.isStrict())) {
            return result(Status.OK, "Successfully sent " + wording.request() + " via " + via + " for IMSI " + imsi);
        }
        if (called instanceof HssCalls.Result.Done || facilities.isStrict()) {
            return result(
                    BAD_REQUEST,
                    "Unable to send " + wording.request() + " via " + via + " for IMSI " + imsi
                            + " - is the diameter peer connected?");
        }
        return Answer.failed(HssCalls.failure(called, "S6a"));
    }

    private Answer restoreAll(Request request) {
        var fields = new Fields(request.object());
        var pcscf = fields.text(PCSCF);
        if (pcscf.isEmpty()) {
            return result(BAD_REQUEST, "Error: PCSCF Required");
        }
        var imsis = new ArrayList<String>();
        var filter = Filter.equal(ResourceType.IMS_SUBSCRIBER.position(PCSCF), pcscf.get());
        RowSets.each(facilities.objects(), ResourceType.IMS_SUBSCRIBER, List.of(filter), row -> {
            if (row.get(IMSI) instanceof String imsi && !imsi.isEmpty()) {
                imsis.add(imsi);
            }
        });
        var unreachable = cancelAll(imsis);
        if (unreachable.isPresent() && !facilities.isStrict()) {
            return Answer.failed(unreachable.get());
        }
        return result(Status.OK, "Successfully sent PCSCF Restoration request for PCSCF: " + pcscf.get());
    }

    /** The failure to tell when the hss service took not one of the requests. */
    private Optional<Failure> cancelAll(List<String> imsis) {
        var room = new Semaphore(AT_ONCE);
        var taken = new AtomicInteger();
        var last = new AtomicReference<Failure>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var imsi : imsis) {
                room.acquireUninterruptibly();
                Callable<Boolean> cancel = () -> {
                    try {
                        switch (hss.cancelLocation(imsi, true)) {
                            case HssCalls.Result.Done _, HssCalls.Result.Refused _ -> taken.incrementAndGet();
                            case HssCalls.Result other -> last.set(HssCalls.failure(other, "S6a"));
                        }
                        return true;
                    } finally {
                        room.release();
                    }
                };
                var _ = threads.submit(cancel);
            }
        }
        return taken.get() > 0 ? Optional.empty() : Optional.ofNullable(last.get());
    }

    private static Answer result(int status, String text) {
        return Answer.json(status, JSON.objectNode().put("Result", text));
    }

    /** The spelling is PyHSS's. */
    private static Optional<Rendered> unhandled(Failure failure) {
        return switch (failure.kind()) {
            case NOT_FOUND, CONFLICT, INVALID, MALFORMED ->
                Optional.of(Rendered.json(
                        INTERNAL, JSON.objectNode().put("Result", "Unahndled error: " + failure.reason())));
            default -> Optional.empty();
        };
    }

    private static Optional<Rendered> unknownIsNull(Failure failure) {
        return failure.kind() == Kind.CONFLICT
                ? Optional.of(Rendered.json(Status.OK, JSON.nullNode()))
                : Optional.empty();
    }
}
