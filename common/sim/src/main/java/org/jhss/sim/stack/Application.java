// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.sim.stack;

import java.util.List;

/** The Diameter applications a simulated serving node advertises (TS 29.272 7.1.8). */
public enum Application {
    S6A(16777251),
    S13(16777252);

    static final List<Application> ALL = List.of(values());

    private final long id;

    Application(long id) {
        this.id = id;
    }

    /** The application id. */
    public long id() {
        return id;
    }
}
