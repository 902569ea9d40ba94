// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.crud;

import java.util.List;
import java.util.Optional;
import org.jhss.api.error.Kind;
import org.jhss.api.route.Answer;
import org.jhss.api.route.Endpoint;
import org.jhss.api.route.Method;
import org.jhss.api.route.Parameter;
import org.jhss.api.route.Request;
import org.jhss.api.route.Schema;
import org.jhss.provisioning.object.Objects;
import org.jhss.provisioning.schema.ResourceRow;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.store.table.Filter;
import org.jhss.store.table.Selection;

/** Static addresses: created and changed like other objects, but read and deleted by subscriber and APN. */
final class Routing {

    private static final ResourceType TYPE = ResourceType.SUBSCRIBER_ROUTING;
    private static final Resource RESOURCE =
            new Resource(TYPE, "subscriber", "/subscriber/routing", "subscriber_routing_id", "SUBSCRIBER_ROUTING");
    private static final String PAIR = RESOURCE.base() + "/{subscriber_id}/{apn_id}";

    private final Objects objects;
    private final Rows rows;
    private final Crud crud;

    Routing(Objects objects, Rows rows, Crud crud) {
        this.objects = objects;
        this.rows = rows;
        this.crud = crud;
    }

    List<Endpoint> all() {
        return List.of(
                crud.create(RESOURCE),
                crud.update(RESOURCE),
                Crud.start(RESOURCE, Method.GET, PAIR)
                        .operationId("get_py_hss_subscriber_routing__get")
                        .summary("Reads a subscriber's static address for an APN")
                        .parameters(pair())
                        .ok("The static address", Schema.row(TYPE))
                        .fails(Kind.NOT_FOUND)
                        .handledBy(request -> find(request).map(rows::answer).orElseGet(Routing::missing)),
                Crud.start(RESOURCE, Method.DELETE, PAIR)
                        .operationId("delete_py_hss_subscriber_routing__get")
                        .summary("Deletes a subscriber's static address for an APN")
                        .parameters(pair())
                        .parameter(Crud.OPERATION_ID)
                        .ok("It is deleted", Crud.OK)
                        .fails(Kind.NOT_FOUND)
                        .handledBy(request -> find(request)
                                .map(row -> crud.delete(RESOURCE, row.key(), request))
                                .orElseGet(Routing::missing)));
    }

    private Optional<ResourceRow> find(Request request) {
        var selection = Selection.where(
                Filter.equal(TYPE.position("subscriber_id"), Math.toIntExact(request.pathNumber("subscriber_id"))),
                Filter.equal(TYPE.position("apn_id"), Math.toIntExact(request.pathNumber("apn_id"))));
        return objects.list(TYPE, selection).stream().findFirst();
    }

    private static List<Parameter> pair() {
        return List.of(
                Parameter.path("subscriber_id", Schema.id(), "Id of the subscriber", "1"),
                Parameter.path("apn_id", Schema.id(), "Id of the APN", "1"));
    }

    private static Answer missing() {
        return Answer.notFound("this subscriber has no static address for this APN");
    }
}
