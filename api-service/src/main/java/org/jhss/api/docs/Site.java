// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.docs;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jhss.platform.config.ApiConfig;
import org.jhss.platform.config.JhssConfig;
import org.jhss.platform.lifecycle.Version;

/**
 * What the documents say of the server that they describe.
 *
 * @param name the site's; empty for none
 * @param host name of the machine
 * @param version jHSS's
 * @param locked whether changes need the provisioning key
 * @param insecureAuc whether answers show keys of SIMs
 * @param strict whether mistakes are answered as PyHSS does
 */
public record Site(String name, String host, String version, boolean locked, boolean insecureAuc, boolean strict) {

    private static final String PRODUCT = "jHSS OAM API";

    /** As configured. */
    public static Site from(JhssConfig config) {
        return new Site(
                config.hss().identity().siteName(),
                hostName(),
                Version.of(),
                config.hss().provisioning().locked(),
                config.api().insecureAuc(),
                config.api().compatibility() == ApiConfig.Compatibility.STRICT);
    }

    /** The documents' title, made as PyHSS makes it. */
    String title() {
        return (name.isEmpty() ? "" : name + " - ") + host + " - " + PRODUCT;
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "localhost";
        }
    }
}
