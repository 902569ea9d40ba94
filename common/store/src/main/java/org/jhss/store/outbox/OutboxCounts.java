// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.outbox;

/**
 * How full the outbox is.
 *
 * @param waiting notifications to be delivered
 * @param dead notifications that were given up and are kept
 */
public record OutboxCounts(long waiting, long dead) {}
