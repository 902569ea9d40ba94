// SPDX-License-Identifier: AGPL-3.0-or-later
/** Export: the subscribers of one moment, as files that can be imported again. */
@NullMarked
package org.jhss.provisioning.bulk.out;

import org.jspecify.annotations.NullMarked;
