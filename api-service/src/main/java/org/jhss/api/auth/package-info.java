// SPDX-License-Identifier: AGPL-3.0-or-later
/** Who may do what over REST. */
@NullMarked
package org.jhss.api.auth;

import org.jspecify.annotations.NullMarked;
