// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.http;

import java.util.List;
import java.util.Optional;
import org.jhss.platform.config.AddressRange;
import org.jhss.platform.config.ApiAccessConfig;
import org.jhss.platform.config.ApiConfig;
import org.jhss.platform.config.JhssConfig;

/**
 * What the web server needs to know.
 *
 * @param host address to listen on
 * @param port port to listen on; 0 takes any free one
 * @param originHost the value of header {@code HSS}
 * @param maxBodySize longest body in octets
 * @param strict whether failures are answered as PyHSS does
 * @param trustedProxies from whom X-Forwarded-For is believed
 * @param tls certificate, when HTTPS is spoken
 */
public record HttpSettings(
        String host,
        int port,
        String originHost,
        int maxBodySize,
        boolean strict,
        List<AddressRange> trustedProxies,
        Optional<ApiAccessConfig.Tls> tls) {

    /** The settings that the configuration says. */
    public static HttpSettings from(JhssConfig config) {
        var api = config.api();
        return new HttpSettings(
                api.bindIp(),
                api.bindPort(),
                config.hss().identity().originHost().value(),
                api.maxBodySize(),
                api.compatibility() == ApiConfig.Compatibility.STRICT,
                api.access().trustedProxies(),
                api.access().tls());
    }
}
