// SPDX-License-Identifier: AGPL-3.0-or-later
/** Bringing the database up to date. */
@NullMarked
package org.jhss.cli.database;

import org.jspecify.annotations.NullMarked;
