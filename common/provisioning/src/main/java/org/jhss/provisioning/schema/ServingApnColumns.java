// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.schema;

import static org.jhss.provisioning.schema.ColumnBuilder.integer;
import static org.jhss.provisioning.schema.ColumnBuilder.key;
import static org.jhss.provisioning.schema.ColumnBuilder.lastModified;
import static org.jhss.provisioning.schema.ColumnBuilder.moment;
import static org.jhss.provisioning.schema.ColumnBuilder.state;

/** {@code serving_apn}: a session at a PDN gateway; written by the PCRF. */
final class ServingApnColumns {

    private static final int SESSION_LENGTH = 100;

    static final Definition DEFINITION = Definition.of(
            "serving_apn",
            key("serving_apn_id"),
            integer("subscriber_id")
                    .servingState()
                    .refersTo("subscriber", Reference.Strength.CASCADE)
                    .example(1)
                    .says("Whose session it is."),
            integer("apn")
                    .servingState()
                    .refersTo("apn", Reference.Strength.CASCADE)
                    .example(1)
                    .says("Id of the APN."),
            state("pcrf_session_id", SESSION_LENGTH, "Gx session.")
                    .example("pgw01.epc.mnc001.mcc001.3gppnetwork.org;1637139128;1;app_gx"),
            state("subscriber_routing", SESSION_LENGTH, "Address of the device.")
                    .example("10.45.0.7"),
            integer("ip_version")
                    .or(0)
                    .servingState()
                    .rule(Choices.IP_VERSION)
                    .example(0)
                    .says("Family of the address."),
            state("serving_pgw", "Host of the PDN gateway.").example("pgw01.epc.mnc001.mcc001.3gppnetwork.org"),
            moment("serving_pgw_timestamp", "When the session began."),
            state("serving_pgw_realm", "Realm of the PDN gateway.").example("epc.mnc001.mcc001.3gppnetwork.org"),
            state("serving_pgw_peer", "Peer that leads to the PDN gateway.")
                    .example("pgw01.epc.mnc001.mcc001.3gppnetwork.org;hss01"),
            lastModified());

    private ServingApnColumns() {}
}
