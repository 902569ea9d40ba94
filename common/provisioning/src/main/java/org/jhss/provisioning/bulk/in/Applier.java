// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.in;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jhss.identity.Imsi;
import org.jhss.provisioning.bulk.Part;
import org.jhss.provisioning.bulk.in.Decision.RowChange;
import org.jhss.provisioning.object.KeyPlacement;
import org.jhss.provisioning.schema.ResourceRow;
import org.jhss.store.bulk.BulkTransaction;
import org.jhss.store.change.ApnList;
import org.jhss.store.change.NetworkChange;
import org.jhss.store.change.NetworkChanges;
import org.jhss.store.change.Origin;
import org.jhss.store.database.Timestamps;
import org.jhss.store.table.Table;
import org.jspecify.annotations.Nullable;

/** Carries decisions out. One thread at a time. */
final class Applier {

    private static final int AUC_ID = Part.SUBSCRIBER.type().position("auc_id");
    private static final int IMSI = Part.SUBSCRIBER.type().position("imsi");
    private static final int DEFAULT_APN = Part.SUBSCRIBER.type().position("default_apn");
    private static final int APN_LIST = Part.SUBSCRIBER.type().position("apn_list");
    private static final String LAST_MODIFIED = "last_modified";
    private static final String UPDATED_AT = "updated_at";

    private final KeyPlacement keys;
    private final NetworkChanges network;
    private final String operationId;

    Applier(KeyPlacement keys, NetworkChanges network, String operationId) {
        this.keys = keys;
        this.network = network;
        this.operationId = operationId;
    }

    /** Writes what {@code decisions} say, within the transaction. */
    void apply(BulkTransaction transaction, List<Decision> decisions) {
        var batch = new Batch(transaction, Timestamps.micros(Instant.ofEpochMilli(System.currentTimeMillis())));
        batch.delete(decisions);
        batch.store(decisions);
    }

    /** Rows by part. */
    private static final class Rows {

        private final Map<Part, List<@Nullable Object[]>> rows = new EnumMap<>(Part.class);

        List<@Nullable Object[]> of(Part part) {
            return rows.computeIfAbsent(part, it -> new ArrayList<>());
        }
    }

    private final class Batch {

        private final BulkTransaction transaction;
        private final Instant at;
        private final String lastModified;
        private final Rows created = new Rows();
        private final Rows changed = new Rows();
        private final List<NetworkChange> told = new ArrayList<>();

        Batch(BulkTransaction transaction, Instant at) {
            this.transaction = transaction;
            this.at = at;
            this.lastModified = Timestamps.toLastModified(at);
        }

        void store(List<Decision> decisions) {
            for (var decision : decisions) {
                if (decision instanceof Decision.Store store) {
                    store.changes().forEach(this::sort);
                }
            }
            createKeys();
            for (var decision : decisions) {
                if (decision instanceof Decision.Store store) {
                    refer(store);
                }
            }
            create(Part.SUBSCRIBER);
            create(Part.IMS);
            for (var part : Part.values()) {
                change(part);
            }
            tell();
        }

        private void sort(Part part, RowChange change) {
            (change.before() == null ? created : changed).of(part).add(change.after());
            change.after()[part.type().position(LAST_MODIFIED)] = lastModified;
            if (change.before() != null) {
                note(part, change.before(), change.after());
            }
        }

        private void createKeys() {
            var rows = created.of(Part.AUC);
            var bare = new ArrayList<@Nullable Object[]>(rows.size());
            for (var row : rows) {
                bare.add(keys.withoutKeys(new ResourceRow(Part.AUC.type(), row)).values());
            }
            transaction.insert(Part.AUC.table(), bare, true);
            for (int i = 0; i < rows.size(); i++) {
                rows.get(i)[0] = bare.get(i)[0];
                keys.place(new ResourceRow(Part.AUC.type(), rows.get(i)));
                stamp(Part.AUC.table(), rows.get(i));
            }
            transaction.insertExtensions(Part.AUC.table(), rows);
        }

        /** A new subscriber gets the number of its keys. */
        private void refer(Decision.Store store) {
            var subscriber = store.changes().get(Part.SUBSCRIBER);
            if (subscriber != null && subscriber.before() == null) {
                var auc = store.changes().get(Part.AUC);
                subscriber.after()[AUC_ID] = auc != null && auc.before() == null
                        ? auc.after()[0]
                        : store.aucId().<Object>map(id -> id).orElse(null);
            }
        }

        private void create(Part part) {
            var rows = created.of(part);
            boolean extended = false;
            for (var row : rows) {
                extended |= stamp(part.table(), row);
            }
            transaction.insert(part.table(), rows, extended);
            if (extended) {
                transaction.insertExtensions(part.table(), rows);
            }
        }

        private void change(Part part) {
            var rows = changed.of(part);
            for (var row : rows) {
                if (part == Part.AUC) {
                    keys.place(new ResourceRow(part.type(), row));
                }
                stamp(part.table(), row);
            }
            transaction.update(part.table(), rows);
        }

        /** Says when jHSS's own columns were written; false when the row has none. */
        private boolean stamp(Table table, @Nullable Object[] row) {
            boolean filled = false;
            for (int i = table.ownColumns(); i < row.length; i++) {
                filled |= row[i] != null;
            }
            if (filled) {
                row[table.position(UPDATED_AT)] = at;
            }
            return filled;
        }

        private void note(Part part, @Nullable Object[] before, @Nullable Object[] after) {
            var columns = new HashSet<String>();
            for (var column : part.columns()) {
                if (!Objects.equals(before[column.position()], after[column.position()])) {
                    columns.add(column.name());
                }
            }
            if (part == Part.AUC && before[0] instanceof Integer id) {
                told.add(new NetworkChange.KeysEdited(id, Set.copyOf(columns)));
            } else if (part == Part.SUBSCRIBER
                    && before[0] instanceof Integer id
                    && before[IMSI] instanceof String imsi) {
                Imsi.parse(imsi)
                        .ifPresent(it -> told.add(
                                new NetworkChange.SubscriberEdited(id, it, Set.copyOf(columns), apns(before))));
            }
        }

        private Optional<ApnList> apns(@Nullable Object[] row) {
            return row[DEFAULT_APN] instanceof Integer apn
                    ? Optional.of(ApnList.of(apn, row[APN_LIST] instanceof String list ? list : null))
                    : Optional.empty();
        }

        void delete(List<Decision> decisions) {
            var gone = new EnumMap<Part, List<Integer>>(Part.class);
            for (var decision : decisions) {
                if (decision instanceof Decision.Delete delete) {
                    delete.rows()
                            .forEach((part, rows) -> rows.forEach(row -> {
                                gone.computeIfAbsent(part, it -> new ArrayList<>())
                                        .add((Integer) row[0]);
                                noteDeleted(part, row);
                            }));
                }
            }
            tell();
            // Keys last: subscribers refer to them.
            for (var part : List.of(Part.IMS, Part.SUBSCRIBER, Part.AUC)) {
                transaction.delete(part.table(), gone.getOrDefault(part, List.of()));
            }
        }

        private void noteDeleted(Part part, @Nullable Object[] row) {
            if (part == Part.SUBSCRIBER && row[0] instanceof Integer id && row[IMSI] instanceof String imsi) {
                Imsi.parse(imsi).ifPresent(it -> told.add(new NetworkChange.SubscriberDeleted(id, it)));
            }
        }

        /** Of subscribers that change; new ones are served nowhere. */
        private void tell() {
            if (!told.isEmpty()) {
                transaction.run(
                        "recording changes for the network",
                        () -> network.record(transaction.connection(), told, new Origin(Optional.of(operationId), at)));
                told.clear();
            }
        }
    }
}
