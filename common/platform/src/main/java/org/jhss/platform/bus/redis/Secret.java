// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus.redis;

/** A password; it is told to Redis and to nobody else. */
public final class Secret {

    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    String value() {
        return value;
    }

    @Override
    public String toString() {
        return "***";
    }
}
