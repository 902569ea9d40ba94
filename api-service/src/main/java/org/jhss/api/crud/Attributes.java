// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.crud;

import java.util.List;
import org.jhss.api.route.Endpoint;
import org.jhss.api.route.Method;
import org.jhss.api.route.Parameter;
import org.jhss.api.route.Schema;
import org.jhss.provisioning.object.Objects;
import org.jhss.provisioning.schema.ResourceType;

/** Attributes of subscribers: one shape of path means a subscriber when it is read and an attribute when it is changed. */
final class Attributes {

    private static final ResourceType TYPE = ResourceType.SUBSCRIBER_ATTRIBUTES;
    private static final Resource RESOURCE = new Resource(
            TYPE,
            "subscriber_attributes",
            "/subscriber_attributes",
            "subscriber_attributes_id",
            "SUBSCRIBER_ATTRIBUTES");

    private final Objects objects;
    private final Rows rows;
    private final Crud crud;

    Attributes(Objects objects, Rows rows, Crud crud) {
        this.objects = objects;
        this.rows = rows;
        this.crud = crud;
    }

    List<Endpoint> all() {
        return List.of(
                crud.create(RESOURCE),
                crud.update(RESOURCE),
                crud.delete(RESOURCE),
                crud.list(RESOURCE),
                Crud.start(RESOURCE, Method.GET, RESOURCE.base() + "/{subscriber_id}")
                        .operationId("get_py_hss_subscriber_attributes__get")
                        .summary("Reads all attributes of a subscriber")
                        .description("Unlike PATCH and DELETE of the same shape, which take the id of an attribute.")
                        .parameter(Parameter.path("subscriber_id", Schema.id(), "Id of the subscriber", "1"))
                        .ok("The attributes; empty if there are none", new Schema.ArrayOf(Schema.row(TYPE)))
                        .handledBy(request -> rows.array(objects.find(
                                TYPE, "subscriber_id", Math.toIntExact(request.pathNumber("subscriber_id"))))));
    }
}
