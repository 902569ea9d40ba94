// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus.health;

/**
 * What one process says of itself.
 *
 * @param role its role, such as "hss"
 * @param instance its id
 * @param json its report, a JSON text
 */
public record ServiceReport(String role, String instance, String json) {}
