// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import org.jhss.identity.PeerHost;
import org.jhss.identity.Plmn;
import org.jhss.identity.Realm;
import org.jhss.platform.config.schema.Key;
import org.jhss.platform.config.schema.KeyGroup;
import org.jhss.platform.config.schema.Types;
import org.jhss.platform.config.schema.Values;

/**
 * Who this HSS is.
 *
 * @param originHost Diameter Origin-Host
 * @param originRealm Diameter Origin-Realm
 * @param productName Product-Name in CER and CEA
 * @param siteName title of the REST interface's pages
 * @param plmn home network
 */
public record HssIdentity(PeerHost originHost, Realm originRealm, String productName, String siteName, Plmn plmn) {

    static final KeyGroup KEYS = new KeyGroup("hss", "Identity of this HSS");

    private static final int MNC_DIGITS_IN_REALM = 3;
    private static final Key<PeerHost> ORIGIN_HOST =
            KEYS.key("OriginHost", Types.PEER_HOST, "hss01", "Diameter Origin-Host of this HSS.");
    private static final Key<Realm> ORIGIN_REALM = KEYS.optional(
            "OriginRealm",
            Types.REALM,
            "Diameter Origin-Realm. Default: epc.mncMNC.mccMCC.3gppnetwork.org (TS 23.003 19.2).");
    private static final Key<String> PRODUCT_NAME =
            KEYS.key("ProductName", Types.TEXT, "jHSS", "Product-Name told to peers.");
    private static final Key<String> SITE_NAME =
            KEYS.key("site_name", Types.TEXT, "", "Name of the site, shown by the REST interface.");
    private static final Key<String> MCC =
            KEYS.key("MCC", Types.digits(3, 3), "999", "Mobile country code of the home network, in quotes.");
    private static final Key<String> MNC =
            KEYS.key("MNC", Types.digits(2, 3), "999", "Mobile network code of the home network, in quotes.");

    static HssIdentity from(Values values) {
        var plmn = new Plmn(values.get(MCC), values.get(MNC));
        return new HssIdentity(
                values.get(ORIGIN_HOST),
                values.find(ORIGIN_REALM).orElseGet(() -> realm(plmn)),
                values.get(PRODUCT_NAME),
                values.get(SITE_NAME),
                plmn);
    }

    private static Realm realm(Plmn plmn) {
        var mnc = "0".repeat(MNC_DIGITS_IN_REALM - plmn.mnc().length()) + plmn.mnc();
        return new Realm("epc.mnc" + mnc + ".mcc" + plmn.mcc() + ".3gppnetwork.org");
    }
}
