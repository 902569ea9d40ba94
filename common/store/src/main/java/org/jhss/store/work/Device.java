// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.work;

import java.time.Instant;
import org.jhss.identity.Imei;

/**
 * The device an IMSI was last seen in.
 *
 * @param since when it was put in, as far as seen
 * @param lastSeen when it was last seen
 */
public record Device(Imei imei, Instant since, Instant lastSeen) {}
