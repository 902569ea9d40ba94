// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.testkit.database;

import org.testcontainers.DockerClientFactory;

/** Whether containers can be had. */
final class Docker {

    private static final boolean AVAILABLE = DockerClientFactory.instance().isDockerAvailable();

    private Docker() {}

    static boolean isAvailable() {
        return AVAILABLE;
    }
}
