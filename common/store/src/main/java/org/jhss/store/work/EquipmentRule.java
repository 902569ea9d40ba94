// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.work;

import java.util.Optional;

/**
 * An exact rule of the equipment register ({@code eir} with {@code regex_mode} 0).
 *
 * @param id primary key
 * @param imei the equipment, as provisioned
 * @param imsi the only subscriber it applies to, "" or empty (NULL) for any
 * @param responseCode Equipment-Status (TS 29.272 7.3.51): 0 permitted, 1 prohibited, 2 tracked
 */
public record EquipmentRule(int id, String imei, Optional<String> imsi, int responseCode) {}
