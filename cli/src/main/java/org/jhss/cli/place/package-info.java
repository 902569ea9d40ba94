// SPDX-License-Identifier: AGPL-3.0-or-later
/** Where provisioning commands work: the database of the configuration, or the REST interface. */
@NullMarked
package org.jhss.cli.place;

import org.jspecify.annotations.NullMarked;
