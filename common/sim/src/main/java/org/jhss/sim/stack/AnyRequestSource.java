// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.sim.stack;

import org.jdiameter.api.NetworkReqListener;
import org.jdiameter.client.api.IContainer;
import org.jdiameter.common.impl.data.LocalDataSource;
import org.jspecify.annotations.Nullable;

/**
 * Gives requests of unknown sessions to one listener.
 *
 * <p>jDiameter's client stack drops a request whose Session-Id it did not make itself, as those of an HSS always are.
 */
public final class AnyRequestSource extends LocalDataSource {

    private volatile @Nullable NetworkReqListener fallback;

    /** Called by jDiameter's assembler. */
    public AnyRequestSource(IContainer container) {
        super(container);
    }

    void setFallback(NetworkReqListener listener) {
        fallback = listener;
    }

    @Override
    @SuppressWarnings("NullAway") // jDiameter's contract: null when nobody listens
    public NetworkReqListener getSessionListener(String sessionId) {
        var known = super.getSessionListener(sessionId);
        return known != null ? known : fallback;
    }
}
