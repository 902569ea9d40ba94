// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.change;

import java.util.List;
import org.jhss.hss.outbound.NodeAnswer;
import org.jhss.store.change.NodeResult;

/**
 * What became of a task.
 *
 * @param results of the requests that were sent, in their order
 * @param answer what the last of them means
 */
record NodeOutcome(NodeTask task, List<NodeResult> results, NodeAnswer answer) {

    NodeOutcome {
        results = List.copyOf(results);
    }
}
