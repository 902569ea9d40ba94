// SPDX-License-Identifier: AGPL-3.0-or-later
/** Cuts the byte stream into messages, limits first. */
@NullMarked
package org.jhss.peer.framing;

import org.jspecify.annotations.NullMarked;
