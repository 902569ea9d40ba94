// SPDX-License-Identifier: AGPL-3.0-or-later
/** The wire codec of RFC 6733: messages read in place and written straight into a buffer. */
@NullMarked
package org.jhss.diameter.message;

import org.jspecify.annotations.NullMarked;
