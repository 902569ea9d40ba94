// SPDX-License-Identifier: AGPL-3.0-or-later
/** Tests that need a kernel with SCTP; {@link org.jhss.peer.sctp.SctpIT} finds one and runs them there. */
@NullMarked
package org.jhss.peer.sctp;

import org.jspecify.annotations.NullMarked;
