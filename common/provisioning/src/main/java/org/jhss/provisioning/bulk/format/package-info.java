// SPDX-License-Identifier: AGPL-3.0-or-later
/** Files of subscribers, read record by record: CSV, JSON, the output files of SIM vendors and other cores' lists. */
@NullMarked
package org.jhss.provisioning.bulk.format;

import org.jspecify.annotations.NullMarked;
