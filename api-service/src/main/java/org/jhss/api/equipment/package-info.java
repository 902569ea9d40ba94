// SPDX-License-Identifier: AGPL-3.0-or-later
/** The history of devices and their names. */
@NullMarked
package org.jhss.api.equipment;

import org.jspecify.annotations.NullMarked;
