// SPDX-License-Identifier: AGPL-3.0-or-later
/** Asking the running services, over Redis. */
@NullMarked
package org.jhss.cli.live;

import org.jspecify.annotations.NullMarked;
