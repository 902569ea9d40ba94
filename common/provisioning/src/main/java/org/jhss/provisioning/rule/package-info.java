// SPDX-License-Identifier: AGPL-3.0-or-later
/** What a value must be to be stored: each rule a named value that the documents quote. */
@NullMarked
package org.jhss.provisioning.rule;

import org.jspecify.annotations.NullMarked;
