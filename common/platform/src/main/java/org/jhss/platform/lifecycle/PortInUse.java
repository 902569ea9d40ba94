// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.lifecycle;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** Another process listens where this one should. */
public final class PortInUse extends StartFailure {

    private final InetSocketAddress address;
    private final String configKey;

    /**
     * @param configKey the key that changes the port, such as {@code hss.bind_port}
     */
    public PortInUse(InetSocketAddress address, String configKey, @Nullable Throwable cause) {
        super(
                "port " + address.getPort() + " on " + Addresses.host(address)
                        + " is taken by another program; choose another with " + configKey + " in config.yaml",
                ExitCode.UNAVAILABLE,
                cause);
        this.address = address;
        this.configKey = configKey;
    }

    /** What is taken. */
    public InetSocketAddress address() {
        return address;
    }

    /** The key that changes it. */
    public String configKey() {
        return configKey;
    }
}
