// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.change;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jhss.identity.Imsi;
import org.jhss.store.change.NetworkChange.ApnEdited;
import org.jhss.store.change.NetworkChange.KeysEdited;
import org.jhss.store.change.NetworkChange.RoamingNetworkChanged;
import org.jhss.store.change.NetworkChange.RoamingRuleChanged;
import org.jhss.store.change.NetworkChange.SubscriberDeleted;
import org.jhss.store.change.NetworkChange.SubscriberEdited;
import org.jhss.store.change.NetworkChange.SubscriberRenamed;
import org.jhss.store.change.ServedSubscribers.Served;
import org.jhss.store.database.DatabaseType;
import org.jhss.store.repository.Repositories;

/**
 * The writer's side: records, in the transaction of a provisioning change, what the network must hear of. The hss service carries it
 * out within about a second, or at once when its call {@link #WAKE_CALL} is made after the commit. Thread-safe.
 */
public final class NetworkChanges {

    /** The call of service {@code hss}, without arguments, that has it look for changes at once. */
    public static final String WAKE_CALL = "changes.wake";

    /** HSS processes notice changed APNs and rules about a second late: nothing is sent before they all have. */
    private static final long REFERENCE_DATA_MILLIS = 2_000;

    private final boolean enabled;
    private final boolean servedOnly;

    /**
     * @param enabled whether anything is recorded at all ({@code hss.changes.enabled})
     */
    public NetworkChanges(DatabaseType type, boolean enabled) {
        this.enabled = enabled;
        // SQLite's one writer cannot overlook a registration. Elsewhere one may be under way that has read the former
        // data: the
        // dispatcher, which waits for it by locking the subscriber, must look.
        this.servedOnly = type == DatabaseType.SQLITE;
    }

    /** Whether changes are recorded. */
    public boolean isEnabled() {
        return enabled;
    }

    /**
     * Records {@code changes} within the transaction of {@code repositories}. What concerns no node is left out.
     *
     * @return how many there are to be carried out; when there is any, wake the hss service after the commit
     */
    public int record(Repositories repositories, List<? extends NetworkChange> changes, Origin origin) {
        return changes.isEmpty() ? 0 : repositories.onConnection(connection -> record(connection, changes, origin));
    }

    /** As {@link #record(Repositories, List, Origin)}, within the transaction of {@code connection}. */
    public int record(Connection connection, List<? extends NetworkChange> changes, Origin origin) throws SQLException {
        if (!enabled || changes.isEmpty()) {
            return 0;
        }
        var rows = new ArrayList<NewChange>();
        for (var change : changes) {
            collect(connection, change, rows);
        }
        return insert(connection, rows, origin);
    }

    static int insert(Connection connection, List<NewChange> rows, Origin origin) throws SQLException {
        if (rows.isEmpty()) {
            return 0;
        }
        try (var insert = connection.prepareStatement(ChangeInsert.SQL)) {
            for (var row : rows) {
                ChangeInsert.bind(insert, row, origin);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return rows.size();
    }

    private void collect(Connection connection, NetworkChange change, List<NewChange> rows) throws SQLException {
        switch (change) {
            case SubscriberEdited edited -> edited(connection, edited, rows);
            case SubscriberDeleted(int id, Imsi imsi) -> left(connection, id, imsi, rows);
            case SubscriberRenamed(int id, Imsi before) -> {
                left(connection, id, before, rows);
                ServedSubscribers.clear(connection, id);
            }
            case KeysEdited(int aucId, Set<String> columns) -> {
                var relevant = RelevantColumns.ofKeys(columns);
                if (!relevant.isEmpty()) {
                    for (var served : ServedSubscribers.byKeys(connection, aucId)) {
                        add(rows, ChangeKind.AUTHENTICATION, served, Detail.ofColumns(relevant));
                    }
                }
            }
            case ApnEdited(int apnId, Set<String> columns) -> {
                var relevant = RelevantColumns.ofApn(columns);
                if (!relevant.isEmpty()) {
                    rows.add(wide(ChangeKind.APN, apnId, relevant));
                }
            }
            case RoamingRuleChanged(int ruleId) -> rows.add(wide(ChangeKind.ROAMING_RULE, ruleId, Set.of()));
            case RoamingNetworkChanged(int networkId) ->
                rows.add(wide(ChangeKind.ROAMING_NETWORK, networkId, Set.of()));
        }
    }

    private void edited(Connection connection, SubscriberEdited edited, List<NewChange> rows) throws SQLException {
        var relevant = RelevantColumns.ofSubscriber(edited.columns());
        if (relevant.isEmpty()) {
            return;
        }
        var served = ServedSubscribers.bySubscriber(connection, edited.subscriberId());
        if (served.isPresent()) {
            boolean disabled = relevant.contains("enabled") && !served.get().enabled();
            var detail = new Detail(relevant, edited.apnsBefore(), List.of(), OptionalInt.empty());
            add(
                    rows,
                    disabled ? ChangeKind.DISABLED : ChangeKind.SUBSCRIPTION,
                    new Served(
                            edited.subscriberId(),
                            Optional.of(edited.imsi()),
                            served.get().enabled(),
                            served.get().nodes()),
                    detail);
        }
    }

    private void add(List<NewChange> rows, ChangeKind kind, Served served, Detail detail) {
        if (served.imsi().isPresent() && !(servedOnly && served.nodes().isEmpty())) {
            rows.add(NewChange.ofSubscriber(kind, served.imsi().get(), served.subscriberId(), detail));
        }
    }

    /** The nodes are kept with the change: nothing will tell them when it is carried out. */
    private static void left(Connection connection, int subscriberId, Imsi imsi, List<NewChange> rows)
            throws SQLException {
        var served = ServedSubscribers.bySubscriber(connection, subscriberId);
        if (served.isPresent() && !served.get().nodes().isEmpty()) {
            rows.add(NewChange.ofSubscriber(
                    ChangeKind.DELETED,
                    imsi,
                    subscriberId,
                    Detail.ofTargets(served.get().nodes())));
        }
    }

    private static NewChange wide(ChangeKind kind, int subject, Set<String> columns) {
        return new NewChange(
                kind,
                Optional.empty(),
                OptionalInt.of(subject),
                Detail.ofColumns(columns),
                OptionalLong.empty(),
                OptionalLong.empty(),
                REFERENCE_DATA_MILLIS);
    }
}
