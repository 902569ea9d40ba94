// SPDX-License-Identifier: AGPL-3.0-or-later
/** What is let in when more is asked than can be answered, and what peers are told of it. */
@NullMarked
package org.jhss.peer.overload;

import org.jspecify.annotations.NullMarked;
