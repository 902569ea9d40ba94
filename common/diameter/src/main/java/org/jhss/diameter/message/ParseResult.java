// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.message;

/** What reading octets gives: a {@link Message}, or a {@link Malformation} that says what is wrong with them. */
public sealed interface ParseResult permits Message, Malformation {}
