// SPDX-License-Identifier: AGPL-3.0-or-later
/** Readable dumps of messages. */
@NullMarked
package org.jhss.diameter.dump;

import org.jspecify.annotations.NullMarked;
