// SPDX-License-Identifier: AGPL-3.0-or-later
/** Configuration, Redis bus, logging, metrics, lifecycle. */
@NullMarked
package org.jhss.platform;

import org.jspecify.annotations.NullMarked;
