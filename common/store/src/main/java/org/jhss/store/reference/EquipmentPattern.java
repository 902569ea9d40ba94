// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.reference;

import java.util.Optional;

/**
 * A rule of the equipment register by regular expression ({@code eir} with {@code regex_mode} 1). The expressions are as they were
 * provisioned and may be wrong.
 *
 * @param id primary key; rules apply in its order
 * @param imei expression for the IMEI
 * @param imsi expression for the IMSI; empty for NULL and for "", which match any
 * @param responseCode Equipment-Status (TS 29.272 7.3.51)
 */
public record EquipmentPattern(int id, String imei, Optional<String> imsi, int responseCode) {}
