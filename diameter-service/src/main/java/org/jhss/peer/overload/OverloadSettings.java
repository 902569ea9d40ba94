// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.overload;

import java.time.Duration;

/**
 * When requests are refused.
 *
 * @param maxOutstanding requests that wait for an answer, all peers together, whatever is measured
 * @param maxOutstandingBytes the same in octets of their messages
 * @param targetDelay how long requests may wait for their answer before some are refused
 * @param reports whether peers that support RFC 7683 are told of overload
 */
public record OverloadSettings(int maxOutstanding, long maxOutstandingBytes, Duration targetDelay, boolean reports) {}
