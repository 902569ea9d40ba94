// SPDX-License-Identifier: AGPL-3.0-or-later
/** Faults of whole processes under load: killed, restarted, failed over, drained, overloaded. */
@NullMarked
package org.jhss.chaos.fault;

import org.jspecify.annotations.NullMarked;
