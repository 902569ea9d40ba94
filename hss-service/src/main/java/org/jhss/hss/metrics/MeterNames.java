// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.metrics;

/** Label names that several meters share, as PyHSS spells them. */
final class MeterNames {

    static final String APPLICATION = "diameter_application_id";
    static final String COMMAND = "diameter_cmd_code";
    static final String HOST = "host";
    static final String ENDPOINT = "endpoint";

    private MeterNames() {}
}
