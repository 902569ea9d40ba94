// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.dictionary;

/**
 * A Diameter application.
 *
 * @param id the Application-Id, unsigned
 * @param vendorId the vendor that defines it; 0 for the IETF
 * @param name short name, such as {@code S6a}
 */
public record Application(int id, int vendorId, String name) {}
