// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.subscription;

import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.MessageWriter;
import org.jhss.hss.s6a.features.Feature;

/** Teleservice-List (TS 29.272 7.3.99): what a node that is registered for SMS may deliver and accept. */
final class ShortMessages {

    /** Teleservice codes of TS 29.002 17.7.9. */
    private static final byte[] MOBILE_TERMINATED = {0x21};

    private static final byte[] MOBILE_ORIGINATED = {0x22};

    private ShortMessages() {}

    /** Adds the list when the node is registered for SMS. */
    static void write(MessageWriter writer, Subscription subscription) {
        if (!subscription.smsRegistered()) {
            return;
        }
        writer.begin(S6a.TELESERVICE_LIST).add(S6a.TS_CODE, MOBILE_TERMINATED);
        if (subscription.features().has(Feature.SM_MO_PP)) {
            writer.add(S6a.TS_CODE, MOBILE_ORIGINATED);
        }
        writer.end();
    }
}
