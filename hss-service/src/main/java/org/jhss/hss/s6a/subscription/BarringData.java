// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.subscription;

import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.MessageWriter;

/** Subscriber-Status with what it announces (TS 29.272 7.3.29, 7.3.22, 7.3.30). */
final class BarringData {

    private static final int SERVICE_GRANTED = 0;
    private static final int OPERATOR_DETERMINED_BARRING = 1;

    private BarringData() {}

    /** Adds the barring that the node enforces; the status says whether there is any. */
    static void write(MessageWriter writer, Subscription subscription) {
        long categories = subscription.barring().enforcedBy(subscription.features());
        long hplmn = subscription.barring().hplmn();
        if (categories == 0 && hplmn == 0) {
            writer.add(S6a.SUBSCRIBER_STATUS, SERVICE_GRANTED);
            return;
        }
        writer.add(S6a.SUBSCRIBER_STATUS, OPERATOR_DETERMINED_BARRING);
        if (categories != 0) {
            writer.add(S6a.OPERATOR_DETERMINED_BARRING, categories);
        }
        if (hplmn != 0) {
            writer.add(S6a.HPLMN_ODB, hplmn);
        }
    }
}
