// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.docs;

import java.util.ArrayList;
import java.util.Locale;
import org.jhss.api.route.Endpoint;
import org.jhss.api.route.Role;

/** What both documents say in words. */
final class Texts {

    private Texts() {}

    /** What the documents begin with. */
    static String introduction(Site site) {
        var paragraphs = new ArrayList<String>();
        paragraphs.add("Provisioning and operation of the home subscriber server jHSS, on the paths of PyHSS 2.0.");
        paragraphs.add(
                site.locked()
                        ? "Provisioning is locked: send the header `Provisioning-Key`, or a bearer token where tokens are set up."
                        : "Provisioning is not locked: no key is needed (hss.lock_provisioning).");
        paragraphs.add("Bodies are JSON in UTF-8 whatever the Content-Type. Moments are UTC, `YYYY-MM-DDTHH:MM:SSZ`."
                + " Each answer names its request in the header `X-Request-Id`, which a client may choose.");
        if (site.strict()) {
            paragraphs.add("api.compatibility is strict: on PyHSS's paths a missing object is answered `200 null`,"
                    + " and other mistakes with 400 or 500 as PyHSS does, instead of the statuses shown here.");
        }
        return String.join("\n\n", paragraphs);
    }

    /** An operation's description, with what follows from its other properties. */
    static String description(Endpoint endpoint) {
        var paragraphs = new ArrayList<String>();
        if (!endpoint.description().isEmpty()) {
            paragraphs.add(endpoint.description());
        }
        endpoint.successor().ifPresent(path -> paragraphs.add("Deprecated: use `POST " + path + "`."));
        paragraphs.add(
                endpoint.role() == Role.OPEN
                        ? "Needs no key."
                        : "Needs the role " + endpoint.role().name().toLowerCase(Locale.ROOT)
                                + " where tokens are used.");
        return String.join("\n\n", paragraphs);
    }
}
