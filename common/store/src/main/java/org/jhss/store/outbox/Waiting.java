// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.outbox;

import java.time.Instant;

/**
 * A notification that waits for its delivery.
 *
 * @param id its number; greater numbers were queued later
 * @param notification what to tell whom
 * @param created when it was queued
 * @param attempts how often delivery has failed
 * @param nextAttempt when to try (again)
 */
public record Waiting(long id, Notification notification, Instant created, int attempts, Instant nextAttempt) {}
