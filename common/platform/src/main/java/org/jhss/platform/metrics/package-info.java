// SPDX-License-Identifier: AGPL-3.0-or-later
/** Meters of a service and the HTTP endpoint that shows them and the service's health. */
@NullMarked
package org.jhss.platform.metrics;

import org.jspecify.annotations.NullMarked;
