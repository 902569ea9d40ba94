// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.crud;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jhss.api.error.Failure;
import org.jhss.api.error.Kind;
import org.jhss.api.error.Rendered;
import org.jhss.api.route.Answer;
import org.jhss.api.route.Endpoint;
import org.jhss.api.route.Method;
import org.jhss.api.route.Parameter;
import org.jhss.api.route.Schema;
import org.jhss.api.route.Status;
import org.jhss.provisioning.object.Objects;
import org.jhss.provisioning.schema.ResourceRow;
import org.jhss.provisioning.schema.ResourceType;
import tools.jackson.databind.node.JsonNodeFactory;

/** Finding objects by what people know of them. */
final class Lookups {

    private static final int LONGEST = 20;
    private static final int BAD_REQUEST = 400;
    private static final Schema IDENTIFIER = Schema.text(LONGEST);
    private static final String IMSI = "999990000000001";
    private static final String MSISDN = "491700000001";
    private static final String ICCID = "8949000000000000001";

    private static final Schema.Extended SUBSCRIBER = new Schema.Extended(
            "SUBSCRIBER with attributes",
            new Schema.Row(ResourceType.SUBSCRIBER, Schema.Form.COMPATIBLE, false),
            List.of(Schema.Property.required(
                    "attributes",
                    new Schema.ArrayOf(Schema.row(ResourceType.SUBSCRIBER_ATTRIBUTES)),
                    "The subscriber's attributes")));

    private final Objects objects;
    private final Rows rows;

    Lookups(Objects objects, Rows rows) {
        this.objects = objects;
        this.rows = rows;
    }

    List<Endpoint> auc(Resource auc) {
        return List.of(
                by(auc, "imsi", "IMSI", IMSI, "/imsi/", Lookups::ambiguousIsNull),
                by(auc, "iccid", "ICCID", ICCID, "/iccid/", Lookups::ambiguousIsNull));
    }

    List<Endpoint> subscriber(Resource subscriber) {
        return List.of(
                subscriberBy(subscriber, "imsi", "IMSI", IMSI), subscriberBy(subscriber, "msisdn", "MSISDN", MSISDN));
    }

    /** PyHSS answers these two with 400 where others say 200. */
    List<Endpoint> ims(Resource ims) {
        return List.of(
                by(ims, "imsi", "IMSI", IMSI, "/ims_subscriber_imsi/", Lookups::missingIsBadRequest),
                by(ims, "msisdn", "primary MSISDN", MSISDN, "/ims_subscriber_msisdn/", Lookups::missingIsBadRequest));
    }

    private Endpoint by(
            Resource resource,
            String column,
            String what,
            String example,
            String path,
            Function<Failure, Optional<Rendered>> strict) {
        return Crud.start(resource, Method.GET, resource.base() + path + "{" + column + "}")
                .operationId("get_py_hss_" + resource.idWord() + "__get_" + column)
                .summary("Finds " + resource.type().description() + " by " + what)
                .parameter(Parameter.path(column, IDENTIFIER, what, example))
                .ok("The object", Schema.row(resource.type()))
                .fails(Kind.NOT_FOUND, Kind.CONFLICT)
                .strict(strict)
                .handledBy(request -> {
                    var found = rows.only(resource.type(), column, request.path(column));
                    return found.row().map(rows::answer).orElseGet(() -> Answer.failed(found.failure()));
                });
    }

    private Endpoint subscriberBy(Resource resource, String column, String what, String example) {
        return Crud.start(resource, Method.GET, resource.base() + "/" + column + "/{" + column + "}")
                .operationId("get_py_hss_subscriber__get_" + column)
                .summary("Finds a subscriber, with its attributes, by " + what)
                .parameter(Parameter.path(column, IDENTIFIER, what, example))
                .ok("The subscriber", SUBSCRIBER)
                .fails(Kind.NOT_FOUND, Kind.CONFLICT)
                .strict(Lookups::ambiguousIsNull)
                .handledBy(request -> {
                    var found = rows.only(resource.type(), column, request.path(column));
                    return found.row().map(this::withAttributes).orElseGet(() -> Answer.failed(found.failure()));
                });
    }

    private Answer withAttributes(ResourceRow subscriber) {
        var tree = rows.tree(subscriber);
        var attributes = tree.putArray("attributes");
        objects.find(ResourceType.SUBSCRIBER_ATTRIBUTES, "subscriber_id", subscriber.key())
                .forEach(row -> attributes.add(rows.tree(row)));
        return Answer.json(tree);
    }

    private static Optional<Rendered> ambiguousIsNull(Failure failure) {
        return failure.kind() == Kind.CONFLICT
                ? Optional.of(Rendered.json(Status.OK, JsonNodeFactory.instance.nullNode()))
                : Optional.empty();
    }

    private static Optional<Rendered> missingIsBadRequest(Failure failure) {
        return switch (failure.kind()) {
            case NOT_FOUND, CONFLICT, BAD_PARAMETER ->
                Optional.of(Rendered.json(BAD_REQUEST, JsonNodeFactory.instance.nullNode()));
            default -> Optional.empty();
        };
    }
}
