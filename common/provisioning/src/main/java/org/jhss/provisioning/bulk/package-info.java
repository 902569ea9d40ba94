// SPDX-License-Identifier: AGPL-3.0-or-later
/** Subscribers by the million: import from many kinds of files, export to CSV and NDJSON. */
@NullMarked
package org.jhss.provisioning.bulk;

import org.jspecify.annotations.NullMarked;
