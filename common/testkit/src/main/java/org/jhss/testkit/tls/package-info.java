// SPDX-License-Identifier: AGPL-3.0-or-later
/** Certificates for tests. */
@NullMarked
package org.jhss.testkit.tls;

import org.jspecify.annotations.NullMarked;
