// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.subscription;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.MessageWriter;

/**
 * The Subscription-Data AVP (TS 29.272 7.3.2), complete, as Update-Location-Answer and Insert-Subscriber-Data-Request carry it, or in
 * parts. What PyHSS sends comes first and in its order.
 */
public final class SubscriptionData {

    private static final Set<SubscriptionPart> ALL = Collections.unmodifiableSet(EnumSet.allOf(SubscriptionPart.class));

    private SubscriptionData() {}

    /** Adds the AVP with all there is. */
    public static void write(MessageWriter writer, Subscription subscription) {
        write(writer, subscription, ALL);
    }

    /** Adds the AVP with some of its parts. */
    public static void write(MessageWriter writer, Subscription subscription, Set<SubscriptionPart> parts) {
        writer.begin(S6a.SUBSCRIPTION_DATA);
        for (var part : parts) {
            part.write(writer, subscription);
        }
        writer.end();
    }

    /** Adds the AVP with nothing in it, as a request that only asks or announces must carry it (5.2.2.1.3). */
    public static void writeNothing(MessageWriter writer) {
        writer.begin(S6a.SUBSCRIPTION_DATA).end();
    }
}
