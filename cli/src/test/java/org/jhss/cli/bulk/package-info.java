// SPDX-License-Identifier: AGPL-3.0-or-later
@NullMarked
package org.jhss.cli.bulk;

import org.jspecify.annotations.NullMarked;
