// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.crud;

import java.util.Locale;
import org.jhss.provisioning.schema.ResourceType;

/**
 * An object as PyHSS's paths serve it.
 *
 * @param base such as {@code /apn}
 * @param id the name of the key in paths, such as {@code apn_id}
 * @param name what PyHSS's document calls it, such as {@code APN}
 */
record Resource(ResourceType type, String tag, String base, String id, String name) {

    /** As in PyHSS's generated operation ids. */
    String idWord() {
        return name.toLowerCase(Locale.ROOT).replace(' ', '_');
    }
}
