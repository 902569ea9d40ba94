// SPDX-License-Identifier: AGPL-3.0-or-later
/** Real servers, Diameter test peers and fixtures for tests. */
@NullMarked
package org.jhss.testkit;

import org.jspecify.annotations.NullMarked;
