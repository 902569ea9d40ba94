// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.micro;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;
import org.jhss.testkit.diameter.DiameterRequests;

/** The messages that codecs are compared on. */
public final class Messages {

    /** Parts of an AIA. */
    public static final String SESSION = "mme01;1;2;app";

    public static final String HOST = "hss01";
    public static final String REALM = "epc.mnc001.mcc001.3gppnetwork.org";

    private Messages() {}

    /** An AIR for one vector. */
    public static byte[] air() {
        return DiameterRequests.mme().air("001010000000001", 1).octets();
    }

    /** A ULA of 840 octets with one APN, as PyHSS sends it. */
    public static byte[] ula() {
        try (var file = Objects.requireNonNull(Messages.class.getResourceAsStream("ula.hex"))) {
            return HexFormat.of().parseHex(new String(file.readAllBytes(), StandardCharsets.US_ASCII).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
