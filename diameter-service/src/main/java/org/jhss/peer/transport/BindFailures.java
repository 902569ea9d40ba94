// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.transport;

import java.net.InetSocketAddress;
import org.jhss.platform.lifecycle.PortInUse;
import org.jhss.platform.lifecycle.StartFailure;

/** Says by which key an address can be listened on after all. */
public final class BindFailures {

    private static final String PORT_TAKEN = "Address already in use";

    private BindFailures() {}

    /**
     * What to tell the operator.
     *
     * @param portKey the key of the port
     */
    public static StartFailure of(InetSocketAddress address, String portKey, Throwable cause) {
        var message = String.valueOf(cause.getMessage());
        if (message.contains(PORT_TAKEN)) {
            return new PortInUse(address, portKey, cause);
        }
        return StartFailure.configuration(
                "hss.bind_ip", "cannot listen on " + address.getAddress().getHostAddress() + ": " + message, cause);
    }
}
