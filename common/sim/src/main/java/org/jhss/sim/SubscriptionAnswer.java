// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.sim;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jhss.sim.stack.Answer;
import org.jhss.sim.stack.AvpName;
import org.jhss.sim.stack.Avps;
import org.jhss.sim.stack.Outcome;

/**
 * An Update-Location-Answer.
 *
 * @param answer the message
 */
public record SubscriptionAnswer(Answer answer) {

    /** Its result. */
    public Outcome outcome() {
        return answer.outcome();
    }

    /** ULA-Flags, when present. */
    public OptionalLong flags() {
        return answer.avps().number(AvpName.ULA_FLAGS);
    }

    /** Subscription-Data; absent when skipped or on failure. */
    public Optional<Avps> subscription() {
        return answer.avps().group(AvpName.SUBSCRIPTION_DATA);
    }

    /** The APN-Configurations of the profile, in order. */
    public List<Avps> apnConfigurations() {
        return subscription()
                .flatMap(data -> data.group(AvpName.APN_CONFIGURATION_PROFILE))
                .map(profile -> profile.groups(AvpName.APN_CONFIGURATION))
                .orElse(List.of());
    }
}
