// SPDX-License-Identifier: AGPL-3.0-or-later
/** Tests of the whole: the walls between the rooms, the launcher and the running system. */
@NullMarked
package org.jhss.dist;

import org.jspecify.annotations.NullMarked;
