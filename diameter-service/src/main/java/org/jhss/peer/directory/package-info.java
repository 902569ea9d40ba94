// SPDX-License-Identifier: AGPL-3.0-or-later
/** Who the peers are, which of them may talk, and which connection leads to whom. */
@NullMarked
package org.jhss.peer.directory;

import org.jspecify.annotations.NullMarked;
