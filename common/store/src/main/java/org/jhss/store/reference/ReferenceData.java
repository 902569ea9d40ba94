// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.reference;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One consistent state of what all subscribers share. Immutable.
 *
 * @param apns by id
 * @param chargingRules by id
 * @param roamingRules in the order of their ids
 * @param equipmentPatterns in the order of their ids
 */
public record ReferenceData(
        Map<Integer, ApnProfile> apns,
        Map<Integer, ChargingRule> chargingRules,
        List<RoamingRule> roamingRules,
        List<EquipmentPattern> equipmentPatterns) {

    /** The APN with that id. */
    public Optional<ApnProfile> apn(int id) {
        return Optional.ofNullable(apns.get(id));
    }

    /** The charging rule with that id. */
    public Optional<ChargingRule> chargingRule(int id) {
        return Optional.ofNullable(chargingRules.get(id));
    }

    /** The APN with that name, without regard to case; the one with the lowest id where several have it. */
    public Optional<ApnProfile> apnNamed(String name) {
        @Nullable ApnProfile found = null;
        for (var apn : apns.values()) {
            if (apn.name().equalsIgnoreCase(name) && (found == null || apn.id() < found.id())) {
                found = apn;
            }
        }
        return Optional.ofNullable(found);
    }
}
