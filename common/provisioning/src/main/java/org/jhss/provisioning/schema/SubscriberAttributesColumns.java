// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.schema;

import static org.jhss.provisioning.schema.ColumnBuilder.integer;
import static org.jhss.provisioning.schema.ColumnBuilder.key;
import static org.jhss.provisioning.schema.ColumnBuilder.lastModified;
import static org.jhss.provisioning.schema.ColumnBuilder.string;

import org.jhss.provisioning.rule.Attributes;
import org.jhss.provisioning.rule.Names;
import org.jhss.provisioning.rule.Numbers;

/** {@code subscriber_attributes}: free attributes, of which {@code rat_restriction_2g}, {@code _3g}, {@code _4g} have an effect. */
final class SubscriberAttributesColumns {

    static final Definition DEFINITION = Definition.of(
            "subscriber_attributes",
            key("subscriber_attributes_id"),
            integer("subscriber_id")
                    .notNull()
                    .rule(Numbers.KEY)
                    .refersTo("subscriber", Reference.Strength.CASCADE)
                    .example(1)
                    .says("Whose attribute it is."),
            string("key", 60)
                    .rule(Names.PRINTABLE)
                    .example("rat_restriction_2g")
                    .says("Name of the attribute."),
            lastModified(),
            string("value", 12_000)
                    .rule(Attributes.VALUE_BY_KEY)
                    .example("forbidden")
                    .says("Its value."));

    private SubscriberAttributesColumns() {}
}
