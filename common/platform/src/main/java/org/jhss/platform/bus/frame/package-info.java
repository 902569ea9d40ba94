// SPDX-License-Identifier: AGPL-3.0-or-later
/** The binary form of one stream entry: a frame of 1..n messages. */
@NullMarked
package org.jhss.platform.bus.frame;

import org.jspecify.annotations.NullMarked;
