// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.lifecycle;

import java.util.Objects;

/** The version of jHSS that runs. */
public final class Version {

    private Version() {}

    /** The version in the jar's manifest, {@code development} when run from classes. */
    public static String of() {
        return Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "development");
    }
}
