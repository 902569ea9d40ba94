// SPDX-License-Identifier: AGPL-3.0-or-later
/** What an interface package (s6a, s13 …) implements: a handler per command, judged by outcome. */
@NullMarked
package org.jhss.hss.handler;

import org.jspecify.annotations.NullMarked;
