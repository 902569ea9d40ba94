// SPDX-License-Identifier: AGPL-3.0-or-later
/** Delivers the outbox over HTTP: at least once, in order for each endpoint. */
@NullMarked
package org.jhss.geored.webhook;

import org.jspecify.annotations.NullMarked;
