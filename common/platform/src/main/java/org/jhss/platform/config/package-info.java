// SPDX-License-Identifier: AGPL-3.0-or-later
/** The configuration as the rest of jHSS sees it: immutable records, one per section, and what loads and checks them. */
@NullMarked
package org.jhss.platform.config;

import org.jspecify.annotations.NullMarked;
