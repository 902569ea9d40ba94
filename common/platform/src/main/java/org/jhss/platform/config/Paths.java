// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import java.nio.file.Path;

/**
 * Resolves the relative paths of a configuration: against {@code JHSS_HOME} when set, else against the directory of the
 * configuration file.
 *
 * @param base an absolute directory
 */
record Paths(Path base) {

    Path resolve(Path path) {
        return base.resolve(path).normalize();
    }
}
