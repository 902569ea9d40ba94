// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.geored.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jhss.platform.config.schema.SecretString;

/**
 * Proves to an endpoint who speaks, when, and that nobody changed it: {@code t=SECONDS,v1=HEX}, where HEX is the HMAC-SHA-256 of
 * {@code SECONDS.DELIVERY.BODY} in UTF-8 by the shared secret. A receiver should refuse what is minutes old.
 */
final class Signature {

    static final String HEADER = "X-JHSS-Signature";

    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    static String of(SecretString secret, long seconds, long delivery, String body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            var signed = (seconds + "." + delivery + "." + body).getBytes(StandardCharsets.UTF_8);
            return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac.doFinal(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
