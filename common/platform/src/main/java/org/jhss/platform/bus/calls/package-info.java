// SPDX-License-Identifier: AGPL-3.0-or-later
/** Requests over the bus whose outcome comes back to who asked: originated Diameter requests and calls between services. */
@NullMarked
package org.jhss.platform.bus.calls;

import org.jspecify.annotations.NullMarked;
