// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.schema;

import static org.jhss.provisioning.schema.ColumnBuilder.bool;
import static org.jhss.provisioning.schema.ColumnBuilder.integer;
import static org.jhss.provisioning.schema.ColumnBuilder.key;
import static org.jhss.provisioning.schema.ColumnBuilder.lastModified;
import static org.jhss.provisioning.schema.ColumnBuilder.string;

import org.jhss.provisioning.rule.Names;
import org.jhss.provisioning.rule.Numbers;

/** {@code charging_rule}: Charging-Rule-Definition (TS 29.212 5.3.4). */
final class ChargingRuleColumns {

    static final Definition DEFINITION = Definition.of(
            "charging_rule",
            key("charging_rule_id"),
            string("rule_name", 20).rule(Names.PRINTABLE).example("voice").says("Charging-Rule-Name."),
            integer("qci").or(9).rule(Numbers.QCI).example(1).says("QoS class."),
            integer("arp_priority")
                    .or(4)
                    .rule(Numbers.ARP_PRIORITY)
                    .example(2)
                    .says("ARP priority level; 1 is highest."),
            bool("arp_preemption_capability").or(false).example(false).says("Whether it may push other bearers out."),
            bool("arp_preemption_vulnerability").or(true).example(true).says("Whether other bearers may push it out."),
            integer("mbr_dl")
                    .notNull()
                    .notNegative()
                    .in("bit/s")
                    .example(128_000)
                    .says("Most downlink."),
            integer("mbr_ul")
                    .notNull()
                    .notNegative()
                    .in("bit/s")
                    .example(128_000)
                    .says("Most uplink."),
            integer("gbr_dl")
                    .notNull()
                    .notNegative()
                    .in("bit/s")
                    .example(128_000)
                    .says("Guaranteed downlink."),
            integer("gbr_ul")
                    .notNull()
                    .notNegative()
                    .in("bit/s")
                    .example(128_000)
                    .says("Guaranteed uplink."),
            integer("tft_group_id").notNegative().example(1).says("Group of packet filters."),
            integer("precedence").rule(Numbers.PRECEDENCE).example(100).says("Precedence; lower comes first."),
            integer("rating_group").notNegative().example(20_000).says("Rating-Group."),
            lastModified());

    private ChargingRuleColumns() {}
}
