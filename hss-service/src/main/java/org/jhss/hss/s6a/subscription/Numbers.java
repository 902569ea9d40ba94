// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.subscription;

import java.util.Optional;
import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.dictionary.S6t;
import org.jhss.diameter.dictionary.Sh;
import org.jhss.diameter.message.MessageWriter;
import org.jhss.hss.s6a.features.Feature;
import org.jhss.identity.Msisdn;

/** The numbers and names of a subscriber: MSISDN, A-MSISDN, External-Identifier and STN-SR. Numbers are TBCD (TS 29.329 6.3.2). */
final class Numbers {

    private Numbers() {}

    /** Adds what there is. A node that knows no A-MSISDN gets one number only, the MSISDN if there is one (TS 29.272 5.2.1.1.3). */
    static void write(MessageWriter writer, Subscription subscription) {
        var profile = subscription.profile();
        var additional = profile.voice().correlationMsisdn().flatMap(Msisdn::parse);
        boolean knowsBoth = subscription.features().has(Feature.ADDITIONAL_MSISDN);
        var first = profile.msisdn().isPresent() || knowsBoth ? profile.msisdn() : additional;
        first.ifPresent(number -> writer.add(Sh.MSISDN, number.encode()));
        if (knowsBoth) {
            additional.ifPresent(number -> writer.add(S6a.A_MSISDN, number.encode()));
        }
        if (subscription.features().has(Feature.EXTERNAL_IDENTIFIER)) {
            profile.options().externalIdentifier().ifPresent(name -> writer.add(S6t.EXTERNAL_IDENTIFIER, name));
        }
        sessionTransferNumber(subscription).ifPresent(number -> writer.add(S6a.STN_SR, number.encode()));
    }

    private static Optional<Msisdn> sessionTransferNumber(Subscription subscription) {
        return subscription.profile().voice().stnSr().flatMap(Msisdn::parse);
    }
}
