// SPDX-License-Identifier: AGPL-3.0-or-later
/** Diameter over the kernel's SCTP: one-to-one associations, multihomed, on Netty's SCTP channels (RFC 6733 2.1.1). */
@NullMarked
package org.jhss.peer.transport.sctp;

import org.jspecify.annotations.NullMarked;
