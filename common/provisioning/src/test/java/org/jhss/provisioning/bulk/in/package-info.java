// SPDX-License-Identifier: AGPL-3.0-or-later
@NullMarked
package org.jhss.provisioning.bulk.in;

import org.jspecify.annotations.NullMarked;
