// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.aka;

/**
 * What the home holds to authenticate a USIM.
 *
 * @param key algorithm, K and the operator's part
 * @param amf the AMF to send, before the separation bit is set or cleared for the access at hand
 */
public record AkaCredentials(AkaKey key, Amf amf) {}
