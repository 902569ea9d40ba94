// SPDX-License-Identifier: AGPL-3.0-or-later
/** The requests that can be sent and how their answers are judged: a class per command. */
@NullMarked
package org.jhss.load.command;

import org.jspecify.annotations.NullMarked;
