// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.schema;

import static org.jhss.provisioning.schema.ColumnBuilder.key;
import static org.jhss.provisioning.schema.ColumnBuilder.lastModified;
import static org.jhss.provisioning.schema.ColumnBuilder.state;

/** {@code emergency_subscriber}: a session of someone who calls for help; written by the PCRF. */
final class EmergencySubscriberColumns {

    private static final int IMSI_LENGTH = 18;

    static final Definition DEFINITION = Definition.of(
            "emergency_subscriber",
            key("emergency_subscriber_id"),
            state("imsi", IMSI_LENGTH, "IMSI, or whatever identity the device gave.")
                    .example("001010000000001"),
            state("serving_pgw", "Gx session.").example("pgw01.epc.mnc001.mcc001.3gppnetwork.org;1637139128;1;app_gx"),
            state("serving_pgw_timestamp", "When the Gx session began, seconds since 1970 as text.")
                    .example("1795329000"),
            state("serving_pcscf", "Rx session.")
                    .example("pcscf.ims.mnc001.mcc001.3gppnetwork.org;1637139128;7;app_rx"),
            state("serving_pcscf_timestamp", "When the Rx session began, seconds since 1970 as text.")
                    .example("1795329000"),
            state("gx_origin_realm", "Realm of the PDN gateway.").example("epc.mnc001.mcc001.3gppnetwork.org"),
            state("gx_origin_host", "Host of the PDN gateway.").example("pgw01.epc.mnc001.mcc001.3gppnetwork.org"),
            state("rat_type", "RAT-Type.").example("1004"),
            state("ip", "Address of the device.").example("10.45.0.9"),
            state("access_network_gateway_address", "AN-GW-Address.").example("10.98.0.10"),
            state("access_network_charging_address", "Access-Network-Charging-Address.")
                    .example("10.98.0.30"),
            lastModified());

    private EmergencySubscriberColumns() {}
}
