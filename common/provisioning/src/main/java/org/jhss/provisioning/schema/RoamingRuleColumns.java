// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.schema;

import static org.jhss.provisioning.schema.ColumnBuilder.bool;
import static org.jhss.provisioning.schema.ColumnBuilder.integer;
import static org.jhss.provisioning.schema.ColumnBuilder.key;
import static org.jhss.provisioning.schema.ColumnBuilder.lastModified;

import org.jhss.provisioning.rule.Numbers;

/** {@code roaming_rule}: whether a network may be roamed in. */
final class RoamingRuleColumns {

    static final Definition DEFINITION = Definition.of(
            "roaming_rule",
            key("roaming_rule_id"),
            integer("roaming_network_id")
                    .rule(Numbers.KEY)
                    .refersTo("roaming_network", Reference.Strength.CASCADE)
                    .example(1)
                    .says("The network."),
            bool("allow").or(true).example(true).says("Whether to allow it."),
            bool("enabled").or(true).example(true).says("Whether the rule counts."),
            lastModified());

    private RoamingRuleColumns() {}
}
