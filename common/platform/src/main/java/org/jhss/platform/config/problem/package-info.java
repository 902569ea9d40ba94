// SPDX-License-Identifier: AGPL-3.0-or-later
/** What is wrong with a configuration, and where. */
@NullMarked
package org.jhss.platform.config.problem;

import org.jspecify.annotations.NullMarked;
