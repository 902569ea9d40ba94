// SPDX-License-Identifier: AGPL-3.0-or-later
@NullMarked
package org.jhss.bench.traffic;

import org.jspecify.annotations.NullMarked;
