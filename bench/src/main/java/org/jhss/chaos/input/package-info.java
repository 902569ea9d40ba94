// SPDX-License-Identifier: AGPL-3.0-or-later
/** Bad input: what no peer should send, in process by the million and over sockets by the ten thousand. */
@NullMarked
package org.jhss.chaos.input;

import org.jspecify.annotations.NullMarked;
