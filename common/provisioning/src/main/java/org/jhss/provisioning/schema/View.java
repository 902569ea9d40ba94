// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.schema;

/**
 * Which columns of a row are shown.
 *
 * @param extensions jHSS's own
 * @param secrets keys; they are left away, not starred out, as PyHSS does
 */
public record View(boolean extensions, boolean secrets) {

    /** PyHSS's keys exactly, less the secret ones. */
    public static final View COMPATIBLE = new View(false, false);

    /** PyHSS's keys exactly: {@code enable_insecure_auc}. */
    public static final View COMPATIBLE_WITH_SECRETS = new View(false, true);

    /** Everything but secrets. */
    public static final View FULL = new View(true, false);

    /** Everything. */
    public static final View FULL_WITH_SECRETS = new View(true, true);

    /** Whether {@code column} is shown. */
    public boolean shows(Column column) {
        return (extensions || !column.isExtension()) && (secrets || !column.isSecret());
    }
}
