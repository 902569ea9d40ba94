// SPDX-License-Identifier: AGPL-3.0-or-later
/** The rest of the running system, as operations need it: calls to the hss service, peers, health. */
@NullMarked
package org.jhss.api.network;

import org.jspecify.annotations.NullMarked;
