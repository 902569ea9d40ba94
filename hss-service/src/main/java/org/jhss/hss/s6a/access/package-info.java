// SPDX-License-Identifier: AGPL-3.0-or-later
/** Who may use which network and which radio access (TS 29.272 5.2.1.1.3). */
@NullMarked
package org.jhss.hss.s6a.access;

import org.jspecify.annotations.NullMarked;
