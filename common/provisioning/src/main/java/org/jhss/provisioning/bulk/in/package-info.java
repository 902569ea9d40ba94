// SPDX-License-Identifier: AGPL-3.0-or-later
/** Import: from a file's records to rows, checked, in transactions, to be taken up again. */
@NullMarked
package org.jhss.provisioning.bulk.in;

import org.jspecify.annotations.NullMarked;
