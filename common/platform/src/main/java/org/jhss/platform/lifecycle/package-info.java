// SPDX-License-Identifier: AGPL-3.0-or-later
/** A service's life: start in order, readiness, health, graceful stop, exit codes. */
@NullMarked
package org.jhss.platform.lifecycle;

import org.jspecify.annotations.NullMarked;
