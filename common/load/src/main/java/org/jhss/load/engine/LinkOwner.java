// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.engine;

import org.jhss.diameter.message.Message;

/** Is told what happens on links. All calls come on the links' thread. */
interface LinkOwner {

    /** Capabilities are exchanged; requests may be sent. */
    void opened(PeerLink link);

    /**
     * Requests of that link can have no answer any more.
     *
     * @param wasOpen whether it had exchanged capabilities
     */
    void closed(PeerLink link, boolean wasOpen);

    /** An answer that is not of the base protocol, good during the call. */
    void answered(PeerLink link, Message answer, long arrivalNanos);

    /** All that has arrived has been shown. */
    void drained(PeerLink link);
}
