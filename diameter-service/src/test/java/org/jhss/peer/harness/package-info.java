// SPDX-License-Identifier: AGPL-3.0-or-later
/** Test peers, a stand-in for hss-service, and engines to test. */
@NullMarked
package org.jhss.peer.harness;

import org.jspecify.annotations.NullMarked;
