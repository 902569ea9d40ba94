// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * COMP128, the A3/A8 algorithms of most GSM SIMs. They were never published by their owner and have been public knowledge since they
 * were recovered (version 1 in 1998, versions 2 and 3 in 2013). Version 1 gives Ki away to whoever can ask a SIM often; all
 * three are here for old SIMs only.
 */
@NullMarked
package org.jhss.aka.comp128;

import org.jspecify.annotations.NullMarked;
