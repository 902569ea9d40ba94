// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.schema;

import static org.jhss.provisioning.schema.ColumnBuilder.integer;
import static org.jhss.provisioning.schema.ColumnBuilder.key;
import static org.jhss.provisioning.schema.ColumnBuilder.lastModified;
import static org.jhss.provisioning.schema.ColumnBuilder.string;

import java.util.List;
import org.jhss.provisioning.rule.Addresses;
import org.jhss.provisioning.rule.Numbers;

/** {@code subscriber_routing}: an address that a subscriber always gets. */
final class SubscriberRoutingColumns {

    static final Definition DEFINITION = Definition.unique(
            "subscriber_routing",
            List.of("subscriber_id", "apn_id"),
            key("subscriber_routing_id"),
            integer("subscriber_id")
                    .rule(Numbers.KEY)
                    .refersTo("subscriber", Reference.Strength.CASCADE)
                    .example(1)
                    .says("Whose address it is."),
            integer("apn_id")
                    .rule(Numbers.KEY)
                    .refersTo("apn", Reference.Strength.CASCADE)
                    .example(1)
                    .says("The APN that it holds for."),
            integer("ip_version").or(0).rule(Choices.IP_VERSION).example(0).says("Family of the address."),
            string("ip_address", 254)
                    .rule(Addresses.BY_IP_VERSION.orEmpty())
                    .example("10.45.0.7")
                    .says("The address."),
            lastModified());

    private SubscriberRoutingColumns() {}
}
