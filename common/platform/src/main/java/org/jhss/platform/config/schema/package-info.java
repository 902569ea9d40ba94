// SPDX-License-Identifier: AGPL-3.0-or-later
/** The declarative schema of the configuration: keys, their types, defaults and documentation. */
@NullMarked
package org.jhss.platform.config.schema;

import org.jspecify.annotations.NullMarked;
