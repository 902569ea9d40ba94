// SPDX-License-Identifier: AGPL-3.0-or-later
/** What operators provision: the columns of each object, the rules they keep, changes with their log. */
@NullMarked
package org.jhss.provisioning;

import org.jspecify.annotations.NullMarked;
