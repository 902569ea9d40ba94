// SPDX-License-Identifier: AGPL-3.0-or-later
/** Creating, reading, changing and deleting objects, each in one transaction with everything that follows from it. */
@NullMarked
package org.jhss.provisioning.object;

import org.jspecify.annotations.NullMarked;
