// SPDX-License-Identifier: AGPL-3.0-or-later
/** Diameter messages for tests, sound ones and deliberately broken ones. */
@NullMarked
package org.jhss.testkit.diameter;

import org.jspecify.annotations.NullMarked;
