// SPDX-License-Identifier: AGPL-3.0-or-later
/** Checking configuration files. */
@NullMarked
package org.jhss.cli.config;

import org.jspecify.annotations.NullMarked;
