// SPDX-License-Identifier: AGPL-3.0-or-later
@NullMarked
package org.jhss.hss.change;

import org.jspecify.annotations.NullMarked;
