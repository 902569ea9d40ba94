// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.schema;

import static org.jhss.provisioning.schema.ColumnBuilder.integer;
import static org.jhss.provisioning.schema.ColumnBuilder.key;
import static org.jhss.provisioning.schema.ColumnBuilder.lastModified;
import static org.jhss.provisioning.schema.ColumnBuilder.string;

import org.jhss.provisioning.rule.Names;
import org.jhss.provisioning.rule.Texts;

/** {@code roaming_network}: a network to roam in. */
final class RoamingNetworkColumns {

    static final Definition DEFINITION = Definition.of(
            "roaming_network",
            key("roaming_network_id"),
            string("name", 512).rule(Names.PRINTABLE).example("Example Mobile").says("Name, for people."),
            integer("preference").or(1).notNegative().example(1).says("Lower is preferred."),
            string("mcc", 100).rule(Texts.digits("mcc", 3, 3)).example("001").says("Mobile country code."),
            string("mnc", 100).rule(Texts.digits("mnc", 2, 3)).example("01").says("Mobile network code."),
            lastModified());

    private RoamingNetworkColumns() {}
}
