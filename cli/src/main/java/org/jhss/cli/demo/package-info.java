// SPDX-License-Identifier: AGPL-3.0-or-later
/** The demonstration against a running jHSS. */
@NullMarked
package org.jhss.cli.demo;

import org.jspecify.annotations.NullMarked;
