// SPDX-License-Identifier: AGPL-3.0-or-later
/** What is under way: requests that wait for their answer, their deadlines, and what was seen before. */
@NullMarked
package org.jhss.peer.pending;

import org.jspecify.annotations.NullMarked;
