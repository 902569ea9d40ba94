// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.sim;

import java.util.Map;
import org.jhss.platform.config.JhssConfig;

/** Where a client on this machine reaches the Diameter service of a configuration. */
public final class Listener {

    /** What stands for "all addresses", and the loopback address that is one of them. */
    private static final Map<String, String> WILDCARDS = Map.of("0.0.0.0", "127.0.0.1", "::", "::1");

    private Listener() {}

    /** The first address that it listens on. */
    public static String address(JhssConfig config) {
        var first = config.hss().listen().bindIps().getFirst();
        return WILDCARDS.getOrDefault(first, first);
    }
}
