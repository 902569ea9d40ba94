// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.work;

import java.util.List;
import java.util.Map;

/** What hangs on a subscriber in any number. */
record Details(Map<String, String> attributes, List<StaticAddress> addresses, List<PdnGateway> gateways) {

    static final Details NONE = new Details(Map.of(), List.of(), List.of());
}
