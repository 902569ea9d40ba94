// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.oam;

import java.util.List;
import org.jhss.api.route.Answer;
import org.jhss.api.route.Endpoint;
import org.jhss.api.route.Method;
import org.jhss.api.route.Role;
import org.jhss.api.route.Schema;
import org.jhss.api.route.Schema.Property;
import org.jhss.api.route.Surface;
import org.jhss.platform.lifecycle.Version;
import tools.jackson.databind.node.JsonNodeFactory;

/** What runs here and where its source is: section 13 of the AGPL wants everybody who uses it over a network to be told. */
final class VersionEndpoint {

    private static final String LICENCE = "AGPL-3.0-or-later";
    private static final int LONGEST = 512;

    private static final Schema.Fields VERSION = new Schema.Fields(
            "Version",
            List.of(
                    Property.required("name", Schema.text(LONGEST), "Name of the program")
                            .example("jHSS"),
                    Property.required("version", Schema.text(LONGEST), "Its version")
                            .example("1.0.0"),
                    Property.required("source", Schema.text(LONGEST), "Where to get the source of what runs here"),
                    Property.required("licence", Schema.text(LONGEST), "SPDX id of the licence")
                            .example(LICENCE)));

    private VersionEndpoint() {}

    static Endpoint of(String sourceUrl) {
        return Endpoint.of(Surface.EXTENSION, Method.GET, "/oam/version")
                .tag(OamEndpoints.TAG)
                .operationId("get_version")
                .summary("Says what runs here, and where its source is")
                .description("Never needs a key. Who changes jHSS and lets others use it sets api.source_url.")
                .role(Role.OPEN)
                .ok("Name, version, source and licence", VERSION)
                .handledBy(_ -> Answer.json(JsonNodeFactory.instance
                        .objectNode()
                        .put("name", "jHSS")
                        .put("version", Version.of())
                        .put("source", sourceUrl)
                        .put("licence", LICENCE)));
    }
}
