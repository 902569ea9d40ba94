// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Authentication and key agreement (TS 33.102, TS 33.401): the algorithm sets, sequence numbers, authentication vectors for the
 * network's side and {@link org.jhss.aka.Usim} for the card's.
 *
 * <p>Nothing here does I/O or keeps state beyond reusable cryptographic objects. What holds such objects ({@link
 * org.jhss.aka.AkaEngine}, {@link org.jhss.aka.VectorGenerator}, {@link org.jhss.aka.Kasme}, {@link org.jhss.aka.Usim}) belongs to
 * one thread; keys, credentials, policies and vectors are immutable. Arrays handed in or out are not copied unless stated: they
 * are not to be modified afterwards.
 */
@NullMarked
package org.jhss.aka;

import org.jspecify.annotations.NullMarked;
