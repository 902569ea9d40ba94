// SPDX-License-Identifier: AGPL-3.0-or-later
/** Reading Diameter messages from hexadecimal text or files. */
@NullMarked
package org.jhss.cli.decode;

import org.jspecify.annotations.NullMarked;
