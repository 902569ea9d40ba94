// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.work;

/**
 * A fixed address of a subscriber at an APN ({@code subscriber_routing}).
 *
 * @param apnId id of the APN
 * @param ipVersion as PyHSS codes it: 0 IPv4, 1 IPv6, 2 both
 * @param address textual, possibly with prefix length
 */
public record StaticAddress(int apnId, int ipVersion, String address) {}
