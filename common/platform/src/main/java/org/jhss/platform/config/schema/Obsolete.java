// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config.schema;

/**
 * A key that PyHSS knows, or knew, and that has no meaning here. It and everything below it is accepted with one warning.
 *
 * @param path dotted path
 * @param reason what happens instead; completes the sentence "is accepted and ignored: …"
 */
public record Obsolete(String path, String reason) {}
