// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.reference;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A predefined charging rule with its traffic flow templates ({@code charging_rule}, {@code tft}).
 *
 * @param id primary key
 * @param maxBitRateDown bit/s, as the other three rates
 */
public record ChargingRule(
        int id,
        Optional<String> name,
        ApnProfile.Qos qos,
        long maxBitRateDown,
        long maxBitRateUp,
        long guaranteedDown,
        long guaranteedUp,
        OptionalInt precedence,
        OptionalInt ratingGroup,
        List<Flow> flows) {

    /** The same rule with other flows. */
    ChargingRule withFlows(List<Flow> others) {
        return new ChargingRule(
                id,
                name,
                qos,
                maxBitRateDown,
                maxBitRateUp,
                guaranteedDown,
                guaranteedUp,
                precedence,
                ratingGroup,
                List.copyOf(others));
    }

    /**
     * A service data flow.
     *
     * @param filter an IPFilterRule (RFC 6733 4.3.1)
     * @param direction Flow-Direction (TS 29.212 5.3.65): 0 unspecified, 1 down, 2 up, 3 both
     */
    public record Flow(String filter, int direction) {}
}
