// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.change;

/** What a row of {@code jhss_change} tells of. */
public enum ChangeKind {
    /** Data of one subscriber. */
    SUBSCRIPTION,
    /** One subscriber may not use the network any more. */
    DISABLED,
    /** One subscriber is gone; the row has the nodes that served it. */
    DELETED,
    /** The keys of one subscriber. */
    AUTHENTICATION,
    /** Whether one subscriber may be where it is. */
    ROAMING,
    /** An APN, hence all who have it. */
    APN,
    /** A roaming rule, hence all who are under it. */
    ROAMING_RULE,
    /** A visited network, hence all who are abroad. */
    ROAMING_NETWORK,
    /** One subscriber has left a node; the row has it. */
    MOVED;

    /** Whether it concerns more than one subscriber, so that it is spread to changes of one each. */
    public boolean isWide() {
        return this == APN || this == ROAMING_RULE || this == ROAMING_NETWORK;
    }
}
