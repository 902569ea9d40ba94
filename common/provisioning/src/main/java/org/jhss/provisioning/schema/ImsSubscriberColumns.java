// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.schema;

import static org.jhss.provisioning.schema.ColumnBuilder.key;
import static org.jhss.provisioning.schema.ColumnBuilder.lastModified;
import static org.jhss.provisioning.schema.ColumnBuilder.moment;
import static org.jhss.provisioning.schema.ColumnBuilder.state;
import static org.jhss.provisioning.schema.ColumnBuilder.string;
import static org.jhss.provisioning.schema.ColumnBuilder.text;

import org.jhss.provisioning.rule.Lists;
import org.jhss.provisioning.rule.Names;
import org.jhss.provisioning.rule.Texts;
import org.jhss.provisioning.rule.Xml;

/** {@code ims_subscriber}: a subscriber of the IMS. */
final class ImsSubscriberColumns {

    static final Definition DEFINITION = Definition.of(
            "ims_subscriber",
            key("ims_subscriber_id"),
            string("msisdn", 18)
                    .unique()
                    .rule(Texts.MSISDN.orEmpty())
                    .example("441234567890")
                    .says("Primary number, without plus sign."),
            string("msisdn_list", 1200)
                    .rule(Lists.MSISDNS)
                    .example("441234567890,441234567891")
                    .says("All numbers."),
            string("imsi", 18)
                    .rule(Texts.IMSI.orEmpty())
                    .example("001010000000001")
                    .says("IMSI."),
            string("ifc_path", 512)
                    .rule(Names.TEMPLATE.orEmpty())
                    .example("default_ifc.xml")
                    .says("Template of the initial filter criteria."),
            state("pcscf", "P-CSCF that serves the subscriber.").example("pcscf.ims.mnc001.mcc001.3gppnetwork.org"),
            state("pcscf_realm", "Realm of the P-CSCF.").example("ims.mnc001.mcc001.3gppnetwork.org"),
            state("pcscf_active_session", "Rx session of the call that is going on.")
                    .example("pcscf.ims.mnc001.mcc001.3gppnetwork.org;1637139128;7;app_rx"),
            moment("pcscf_timestamp", "When the P-CSCF was set."),
            state("pcscf_peer", "Peer that leads to the P-CSCF.")
                    .example("pcscf.ims.mnc001.mcc001.3gppnetwork.org;hss01"),
            text("xcap_profile")
                    .example("<simservs xmlns=\"http://uri.etsi.org/ngn/params/xml/simservs/xcap\"/>")
                    .rule(Xml.DOCUMENT.orEmpty().orPlaceholder())
                    .says("XCAP document of the supplementary services."),
            text("sh_profile").example("default_sh_user_data.xml").says("Deprecated; kept for PyHSS's clients."),
            state("scscf", "S-CSCF that serves the subscriber.")
                    .example("sip:scscf.ims.mnc001.mcc001.3gppnetwork.org:6060"),
            moment("scscf_timestamp", "When the S-CSCF was set."),
            state("scscf_realm", "Realm of the S-CSCF.").example("ims.mnc001.mcc001.3gppnetwork.org"),
            state("scscf_peer", "Peer that leads to the S-CSCF.")
                    .example("scscf.ims.mnc001.mcc001.3gppnetwork.org;hss01"),
            string("sh_template_path", 512)
                    .rule(Names.TEMPLATE.orEmpty())
                    .example("default_sh_user_data.xml")
                    .says("Template of the Sh user data."),
            lastModified());

    private ImsSubscriberColumns() {}
}
