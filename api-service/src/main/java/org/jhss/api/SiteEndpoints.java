// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api;

import java.util.List;
import java.util.Optional;
import org.jhss.api.route.Answer;
import org.jhss.api.route.Endpoint;
import org.jhss.api.route.Method;
import org.jhss.api.route.Response;
import org.jhss.api.route.Role;
import org.jhss.api.route.Status;
import org.jhss.api.route.Surface;

/** The front door. */
final class SiteEndpoints {

    private static final String DOCS = "/docs/";

    private SiteEndpoints() {}

    static List<Endpoint> all() {
        return List.of(Endpoint.of(Surface.SITE, Method.GET, "/")
                .operationId("get_root")
                .summary("Leads to the documents")
                .role(Role.OPEN)
                .response(new Response(
                        Status.FOUND, "The documents are elsewhere", Optional.empty(), List.of("Location")))
                .handledBy(_ -> Answer.redirect(DOCS)));
    }
}
