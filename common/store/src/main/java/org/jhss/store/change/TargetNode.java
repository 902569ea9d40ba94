// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.change;

/**
 * A node that served a subscriber when something changed.
 *
 * @param type what it served as: {@code jhss_serving_node.node_type}
 * @param host its Origin-Host
 * @param realm its Origin-Realm, or ""
 * @param peer the peer that its registration came by, as {@code subscriber.serving_mme_peer} has it, or ""
 */
public record TargetNode(int type, String host, String realm, String peer) {}
