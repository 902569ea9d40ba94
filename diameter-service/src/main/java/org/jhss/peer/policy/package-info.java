// SPDX-License-Identifier: AGPL-3.0-or-later
/** What peers are held to: on which terms they are connected, what is checked of their requests, and who may wait at the door. */
@NullMarked
package org.jhss.peer.policy;

import org.jspecify.annotations.NullMarked;
