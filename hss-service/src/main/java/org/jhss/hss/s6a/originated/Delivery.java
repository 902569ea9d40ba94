// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.originated;

import org.jhss.hss.outbound.OutboundResult;

/**
 * What became of a request to one node.
 *
 * @param target the node
 * @param result the answer, or why there is none
 */
record Delivery(Target target, OutboundResult result) {

    boolean isSuccess() {
        return result.isSuccess();
    }
}
