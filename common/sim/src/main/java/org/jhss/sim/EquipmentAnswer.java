// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.sim;

import java.util.Optional;
import org.jhss.sim.stack.Answer;
import org.jhss.sim.stack.AvpName;
import org.jhss.sim.stack.Outcome;

/**
 * An ME-Identity-Check-Answer.
 *
 * @param answer the message
 */
public record EquipmentAnswer(Answer answer) {

    /** Its result. */
    public Outcome outcome() {
        return answer.outcome();
    }

    /** The equipment's status; absent on failure or when the value is not one of the three. */
    public Optional<EquipmentStatus> status() {
        var value = answer.avps().number(AvpName.EQUIPMENT_STATUS);
        return value.isPresent() ? EquipmentStatus.of(value.getAsLong()) : Optional.empty();
    }
}
