// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.schema;

import static org.jhss.provisioning.schema.ColumnBuilder.bigint;
import static org.jhss.provisioning.schema.ColumnBuilder.bool;
import static org.jhss.provisioning.schema.ColumnBuilder.integer;
import static org.jhss.provisioning.schema.ColumnBuilder.key;
import static org.jhss.provisioning.schema.ColumnBuilder.lastModified;
import static org.jhss.provisioning.schema.ColumnBuilder.string;

import java.util.List;
import org.jhss.provisioning.rule.Addresses;
import org.jhss.provisioning.rule.Lists;
import org.jhss.provisioning.rule.Names;
import org.jhss.provisioning.rule.Numbers;
import org.jhss.provisioning.rule.Texts;

/** {@code apn}: an APN with its quality of service (TS 29.272 7.3.35). */
final class ApnColumns {

    private static final long MOST_KBPS = 0xFFFF_FFFFL;

    static final Definition DEFINITION = Definition.extended(
            "apn",
            "jhss_apn",
            List.of(),
            key("apn_id"),
            string("apn", 50).notNull().rule(Names.APN).example("internet").says("Name, or * for any APN."),
            integer("ip_version").or(0).rule(Choices.IP_VERSION).example(0).says("PDN-Type."),
            string("pgw_address", 50)
                    .rule(Addresses.ADDRESS_OR_HOST.orEmpty())
                    .example("10.98.0.20")
                    .says("PDN gateway to use."),
            string("sgw_address", 50)
                    .rule(Addresses.ADDRESS_OR_HOST.orEmpty())
                    .example("10.98.0.10")
                    .says("Serving gateway; kept for PyHSS, used by nothing."),
            string("charging_characteristics", 4)
                    .or("0800")
                    .rule(Texts.CHARGING_CHARACTERISTICS.orEmpty())
                    .example("0800")
                    .says("3GPP-Charging-Characteristics."),
            integer("apn_ambr_dl")
                    .notNull()
                    .notNegative()
                    .in("bit/s")
                    .example(100_000_000)
                    .says("APN-AMBR downlink."),
            integer("apn_ambr_ul")
                    .notNull()
                    .notNegative()
                    .in("bit/s")
                    .example(50_000_000)
                    .says("APN-AMBR uplink."),
            integer("qci").or(9).rule(Numbers.QCI).example(9).says("QoS class of the default bearer."),
            integer("arp_priority")
                    .or(4)
                    .rule(Numbers.ARP_PRIORITY)
                    .example(4)
                    .says("ARP priority level; 1 is highest."),
            bool("arp_preemption_capability").or(false).example(false).says("Whether it may push other bearers out."),
            bool("arp_preemption_vulnerability").or(true).example(true).says("Whether other bearers may push it out."),
            string("charging_rule_list", 18)
                    .rule(Lists.IDS)
                    .refersTo("charging_rule", Reference.Strength.LIST)
                    .example("1,2")
                    .says("Charging rules to install when a session begins."),
            bool("nbiot").or(false).example(false).says("Whether the APN is for NB-IoT devices."),
            string("nidd_scef_id", 512)
                    .rule(Names.PRINTABLE)
                    .example("scef.example.org")
                    .says("SCEF-ID."),
            string("nidd_scef_realm", 512)
                    .rule(Names.PRINTABLE)
                    .example("example.org")
                    .says("SCEF-Realm."),
            integer("nidd_mechanism").rule(Choices.NIDD_MECHANISM).example(0).says("Non-IP-Data-Delivery-Mechanism."),
            integer("nidd_rds").rule(Choices.RDS).example(0).says("RDS-Indicator."),
            integer("nidd_preferred_data_mode")
                    .rule(Choices.PREFERRED_DATA_MODE)
                    .example(0)
                    .says("Preferred-Data-Mode."),
            lastModified(),
            bool("vplmn_dynamic_address_allowed").example(false).extension().says("VPLMN-Dynamic-Address-Allowed."),
            integer("pdn_gw_allocation_type")
                    .example(1)
                    .extension()
                    .rule(Choices.ALLOCATION_TYPE)
                    .says("PDN-GW-Allocation-Type."),
            string("apn_oi_replacement", 255)
                    .extension()
                    .rule(Names.APN_OI_REPLACEMENT.orEmpty())
                    .example("province1.mnc012.mcc345.gprs")
                    .says("APN-OI-Replacement of this APN."),
            string("pdn_gw_host", 255)
                    .example("pgw01.epc.mnc001.mcc001.3gppnetwork.org")
                    .extension()
                    .rule(Names.HOST.orEmpty())
                    .says("Host of the PDN gateway's identity."),
            string("pdn_gw_realm", 255)
                    .example("epc.mnc001.mcc001.3gppnetwork.org")
                    .extension()
                    .rule(Names.HOST.orEmpty())
                    .says("Realm of the PDN gateway's identity."),
            bigint("ambr_dl_kbps")
                    .example(10_000_000L)
                    .extension()
                    .rule(Numbers.range(0, MOST_KBPS))
                    .in("kbit/s")
                    .says("APN-AMBR downlink where bit/s do not suffice."),
            bigint("ambr_ul_kbps")
                    .example(5_000_000L)
                    .extension()
                    .rule(Numbers.range(0, MOST_KBPS))
                    .in("kbit/s")
                    .says("APN-AMBR uplink where bit/s do not suffice."),
            integer("sipto_permission")
                    .example(1)
                    .extension()
                    .rule(Choices.SIPTO)
                    .says("SIPTO-Permission."),
            integer("lipa_permission").example(0).extension().rule(Choices.LIPA).says("LIPA-Permission."),
            integer("restoration_priority")
                    .example(7)
                    .extension()
                    .rule(Numbers.range(0, 15))
                    .says("Restoration-Priority."),
            integer("sipto_local_network_permission")
                    .example(1)
                    .extension()
                    .rule(Choices.SIPTO_LOCAL)
                    .says("SIPTO-Local-Network-Permission."));

    private ApnColumns() {}
}
