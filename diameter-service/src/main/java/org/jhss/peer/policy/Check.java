// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.policy;

import java.util.Locale;
import org.jhss.platform.config.CheckMode;
import org.jhss.platform.config.ChecksConfig;

/** What is checked of peers and of the requests that they send. */
public enum Check {
    /** The peer is listed, and is as it is listed. */
    PEER,
    /** The peer uses the applications that it is listed with. */
    APPLICATION,
    /** The peer keeps to the rate that it is listed with. */
    RATE,
    /** The request comes from the node that the connection's CER named. */
    ORIGIN,
    /** The request was not here before. */
    LOOP,
    /** There are not too many connections without CER. */
    STRANGERS;

    /** Its mode; {@link #STRANGERS} is a limit and always enforced. */
    CheckMode mode(ChecksConfig config) {
        return switch (this) {
            case PEER -> config.peer();
            case APPLICATION -> config.application();
            case RATE -> config.rate();
            case ORIGIN -> config.origin();
            case LOOP -> config.loop();
            case STRANGERS -> CheckMode.ENFORCE;
        };
    }

    /** The name in metrics and logs. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
