// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.connection;

import java.util.Set;

/**
 * What a peer's certificate says.
 *
 * @param names the names in lower case that it is for
 * @param fingerprint its SHA-256 fingerprint, 64 hexadecimal digits in lower case
 */
public record PeerCertificate(Set<String> names, String fingerprint) {}
