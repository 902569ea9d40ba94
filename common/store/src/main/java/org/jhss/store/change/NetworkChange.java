// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.change;

import java.util.Optional;
import java.util.Set;
import org.jhss.identity.Imsi;

/** Something provisioned that serving nodes may have to hear of. Columns are named as in the database. */
public sealed interface NetworkChange {

    /**
     * A subscriber was edited; recorded after the row was written. Enabling and disabling, other keys ({@code auc_id}) and rules of
     * roaming are told so, too; another {@code imsi} is not ({@link SubscriberRenamed}).
     *
     * @param subscriberId its row
     * @param imsi its IMSI
     * @param columns the changed columns of its row and its row in {@code jhss_subscriber}, {@link #ATTRIBUTES} and {@link #ROUTING};
     *     those that no node has count for nothing
     * @param apnsBefore its APNs before; needed when {@code default_apn} or {@code apn_list} changed
     */
    record SubscriberEdited(int subscriberId, Imsi imsi, Set<String> columns, Optional<ApnList> apnsBefore)
            implements NetworkChange {}

    /** A subscriber will be deleted; recorded before the row goes, in the same transaction. */
    record SubscriberDeleted(int subscriberId, Imsi imsi) implements NetworkChange {}

    /**
     * A subscriber has another IMSI; recorded after the row was written. What was stored of where the former IMSI is served is
     * cleared.
     *
     * @param before the former IMSI
     */
    record SubscriberRenamed(int subscriberId, Imsi before) implements NetworkChange {}

    /**
     * Authentication data was edited; recorded after the row was written.
     *
     * @param aucId its row
     * @param columns the changed columns of {@code auc} and {@code jhss_auc}; those that change no key count for nothing
     */
    record KeysEdited(int aucId, Set<String> columns) implements NetworkChange {}

    /**
     * An APN was edited.
     *
     * @param columns the changed columns of {@code apn} and {@code jhss_apn}; those that no node has count for nothing
     */
    record ApnEdited(int apnId, Set<String> columns) implements NetworkChange {}

    /** A roaming rule was created, edited or deleted. */
    record RoamingRuleChanged(int ruleId) implements NetworkChange {}

    /** A visited network, which rules refer to, was edited or deleted. */
    record RoamingNetworkChanged(int networkId) implements NetworkChange {}

    /** Stands for the rows of {@code subscriber_attributes} among the columns of {@link SubscriberEdited}. */
    String ATTRIBUTES = "subscriber_attributes";

    /** Stands for the rows of {@code subscriber_routing} among the columns of {@link SubscriberEdited}. */
    String ROUTING = "subscriber_routing";
}
