// SPDX-License-Identifier: AGPL-3.0-or-later
/** The objects that are provisioned, as data: one readable table of columns each. */
@NullMarked
package org.jhss.provisioning.schema;

import org.jspecify.annotations.NullMarked;
