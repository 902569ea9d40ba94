// SPDX-License-Identifier: AGPL-3.0-or-later
/** What others do on the same machine: jDiameter's stack. The only package of this module that knows it. */
@NullMarked
package org.jhss.bench.yardstick;

import org.jspecify.annotations.NullMarked;
