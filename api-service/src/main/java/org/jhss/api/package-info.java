// SPDX-License-Identifier: AGPL-3.0-or-later
/** The REST interface for provisioning and operation. */
@NullMarked
package org.jhss.api;

import org.jspecify.annotations.NullMarked;
