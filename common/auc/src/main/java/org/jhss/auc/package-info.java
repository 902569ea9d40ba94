// SPDX-License-Identifier: AGPL-3.0-or-later
/** The authentication centre: from stored keys to what vectors are made of, for every interface that asks for them. */
@NullMarked
package org.jhss.auc;

import org.jspecify.annotations.NullMarked;
