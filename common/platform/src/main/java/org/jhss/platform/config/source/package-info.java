// SPDX-License-Identifier: AGPL-3.0-or-later
/** Where configuration comes from: YAML text and environment variables, as one neutral tree. */
@NullMarked
package org.jhss.platform.config.source;

import org.jspecify.annotations.NullMarked;
