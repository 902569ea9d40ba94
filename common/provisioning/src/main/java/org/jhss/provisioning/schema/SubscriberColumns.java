// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.schema;

import static org.jhss.provisioning.schema.ColumnBuilder.bigint;
import static org.jhss.provisioning.schema.ColumnBuilder.bool;
import static org.jhss.provisioning.schema.ColumnBuilder.integer;
import static org.jhss.provisioning.schema.ColumnBuilder.key;
import static org.jhss.provisioning.schema.ColumnBuilder.lastModified;
import static org.jhss.provisioning.schema.ColumnBuilder.moment;
import static org.jhss.provisioning.schema.ColumnBuilder.state;
import static org.jhss.provisioning.schema.ColumnBuilder.string;

import java.util.List;
import org.jhss.provisioning.rule.Lists;
import org.jhss.provisioning.rule.Names;
import org.jhss.provisioning.rule.Numbers;
import org.jhss.provisioning.rule.Texts;

/** {@code subscriber}: a subscriber of the packet core (TS 29.272 7.3.2). */
final class SubscriberColumns {

    private static final int CELL_LENGTH = 64;
    private static final int NETWORK_LENGTH = 3;

    static final Definition DEFINITION = Definition.extended(
            "subscriber",
            "jhss_subscriber",
            List.of(),
            key("subscriber_id"),
            string("imsi", 18)
                    .unique()
                    .rule(Texts.IMSI)
                    .example("001010000000001")
                    .says("IMSI."),
            bool("enabled").or(true).example(true).says("Whether the network serves the subscriber."),
            integer("auc_id")
                    .notNull()
                    .rule(Numbers.KEY)
                    .refersTo("auc", Reference.Strength.RESTRICT)
                    .example(1)
                    .says("Keys of the SIM."),
            integer("default_apn")
                    .notNull()
                    .rule(Numbers.KEY)
                    .refersTo("apn", Reference.Strength.RESTRICT)
                    .example(1)
                    .says("Id of the default APN; on input its name will do, if only one APN has it."),
            string("apn_list", 64)
                    .notNull()
                    .rule(Lists.IDS)
                    .refersTo("apn", Reference.Strength.LIST)
                    .example("1,2")
                    .says("Ids of all APNs the subscriber may use."),
            string("msisdn", 18)
                    .rule(Texts.MSISDN.orEmpty())
                    .example("441234567890")
                    .says("Number, without plus sign."),
            integer("ue_ambr_dl")
                    .or(999_999)
                    .notNegative()
                    .in("bit/s")
                    .example(999_999)
                    .says("UE-AMBR downlink."),
            integer("ue_ambr_ul")
                    .or(999_999)
                    .notNegative()
                    .in("bit/s")
                    .example(999_999)
                    .says("UE-AMBR uplink."),
            integer("nam").or(0).rule(Choices.NETWORK_ACCESS_MODE).example(0).says("Network-Access-Mode."),
            bool("roaming_enabled").or(true).example(true).says("Whether the subscriber may roam."),
            string("roaming_rule_list", 512)
                    .rule(Lists.IDS)
                    .refersTo("roaming_rule", Reference.Strength.LIST)
                    .example("1")
                    .says("Rules on roaming of this subscriber."),
            integer("subscribed_rau_tau_timer")
                    .or(300)
                    .notNegative()
                    .in("s")
                    .example(300)
                    .says("Subscribed-Periodic-RAU-TAU-Timer."),
            state("serving_mme", "Origin-Host of the serving MME.").example("mme01.epc.mnc001.mcc001.3gppnetwork.org"),
            moment("serving_mme_timestamp", "When the MME registered."),
            state("serving_mme_realm", "Realm of the serving MME.").example("epc.mnc001.mcc001.3gppnetwork.org"),
            state("serving_mme_peer", "Peer that leads to the MME, and our host that it is connected to.")
                    .example("mme01.epc.mnc001.mcc001.3gppnetwork.org;hss01"),
            state("serving_msc", "Serving MSC (GSUP).").example("MSC-00-00-00-00-00-01"),
            moment("serving_msc_timestamp", "When the MSC registered."),
            state("serving_vlr", "Serving VLR (GSUP).").example("MSC-00-00-00-00-00-01"),
            moment("serving_vlr_timestamp", "When the VLR registered."),
            state("serving_sgsn", "Serving SGSN.").example("sgsn01.epc.mnc001.mcc001.3gppnetwork.org"),
            moment("serving_sgsn_timestamp", "When the SGSN registered."),
            state("last_seen_eci", CELL_LENGTH, "E-UTRAN cell identity last reported, decimal.")
                    .example("26624257"),
            state("last_seen_enodeb_id", CELL_LENGTH, "eNodeB last reported, decimal.")
                    .example("104001"),
            state("last_seen_cell_id", CELL_LENGTH, "Cell last reported, decimal.")
                    .example("1"),
            state("last_seen_tac", CELL_LENGTH, "Tracking area last reported, decimal.")
                    .example("7"),
            state("last_seen_mcc", NETWORK_LENGTH, "Country last reported.").example("001"),
            state("last_seen_mnc", NETWORK_LENGTH, "Network last reported.").example("01"),
            moment("last_location_update_timestamp", "When the location was last reported."),
            lastModified(),
            bigint("operator_determined_barring")
                    .example(0L)
                    .extension()
                    .rule(Numbers.MASK)
                    .says("Operator-Determined-Barring, bit mask."),
            bigint("hplmn_odb").example(0L).extension().rule(Numbers.MASK).says("HPLMN-ODB, bit mask."),
            bigint("access_restriction")
                    .example(32L)
                    .extension()
                    .rule(Numbers.MASK)
                    .says("Access-Restriction-Data, bit mask; else derived from the rat_restriction attributes."),
            bigint("core_network_restrictions")
                    .example(0L)
                    .extension()
                    .rule(Numbers.MASK)
                    .says("Core-Network-Restrictions, bit mask."),
            string("stn_sr", 20)
                    .example("441234500000")
                    .extension()
                    .rule(Texts.MSISDN.orEmpty())
                    .says("Session transfer number for SRVCC."),
            string("a_msisdn", 20)
                    .example("441234567899")
                    .extension()
                    .rule(Texts.MSISDN.orEmpty())
                    .says("Additional MSISDN."),
            bool("ics_indicator").example(false).extension().says("ICS-Indicator."),
            string("regional_zone_codes", 255)
                    .extension()
                    .rule(Lists.ZONE_CODES)
                    .example("0001,00ff")
                    .says("Regional-Subscription-Zone-Codes."),
            integer("rfsp_index")
                    .example(1)
                    .extension()
                    .rule(Numbers.range(1, 256))
                    .says("Subscribed RFSP index."),
            string("charging_characteristics", 4)
                    .example("0800")
                    .extension()
                    .rule(Texts.CHARGING_CHARACTERISTICS.orEmpty())
                    .says("3GPP-Charging-Characteristics of the subscriber."),
            string("apn_oi_replacement", 255)
                    .example("province1.mnc012.mcc345.gprs")
                    .extension()
                    .rule(Names.APN_OI_REPLACEMENT.orEmpty())
                    .says("APN-OI-Replacement of the subscriber."),
            integer("ue_usage_type")
                    .example(1)
                    .extension()
                    .rule(Numbers.range(0, 255))
                    .says("UE-Usage-Type."),
            bigint("ue_ambr_dl_kbps")
                    .example(10_000_000L)
                    .extension()
                    .rule(Numbers.MASK)
                    .in("kbit/s")
                    .says("UE-AMBR downlink where bit/s do not suffice."),
            bigint("ue_ambr_ul_kbps")
                    .example(5_000_000L)
                    .extension()
                    .rule(Numbers.MASK)
                    .in("kbit/s")
                    .says("UE-AMBR uplink where bit/s do not suffice."),
            string("external_identifier", 255)
                    .extension()
                    .rule(Names.PRINTABLE)
                    .example("meter17@example.org")
                    .says("External-Identifier (TS 23.003 19.7.2)."),
            bigint("mps_priority").example(0L).extension().rule(Numbers.MASK).says("MPS-Priority, bit mask."),
            integer("subscribed_vsrvcc")
                    .example(0)
                    .extension()
                    .rule(Numbers.range(0, 0))
                    .says("Subscribed-VSRVCC."),
            bool("relay_node").example(false).extension().says("Whether it is a relay node."),
            bool("sms_in_mme").example(true).extension().says("Whether SMS in MME is subscribed."));

    private SubscriberColumns() {}
}
