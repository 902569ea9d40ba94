// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.out;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.LongConsumer;
import org.jhss.provisioning.bulk.Part;
import org.jhss.provisioning.object.KeyPlacement;
import org.jhss.provisioning.schema.ResourceRow;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.store.Store;
import org.jhss.store.bulk.SnapshotReader;
import org.jhss.store.bulk.SnapshotReader.Condition;
import org.jhss.store.database.IdList;
import org.jhss.store.table.Selection;
import org.jhss.store.table.Tables;
import org.jspecify.annotations.Nullable;

/**
 * Writes the subscribers of one moment, as many as there may be: those of the packet core with their keys and IMS subscriber, then
 * keys and IMS subscribers that belong to none. Sequence numbers are among it, what the network set is not. One thread.
 */
public final class SubscriberExport {

    private static final String FIRST_IMS =
            "i.ims_subscriber_id = (SELECT MIN(x.ims_subscriber_id) FROM ims_subscriber x WHERE x.imsi = s.imsi)";

    private final Store store;
    private final ExportOptions options;
    private final KeyPlacement keys;

    public SubscriberExport(Store store, ExportOptions options) {
        this.store = store;
        this.options = options;
        this.keys = new KeyPlacement(store.vault());
    }

    /**
     * Writes them.
     *
     * @param progress is told now and then how many records there are so far
     * @return how many records there are
     */
    public long write(Writer out, LongConsumer progress) throws IOException {
        var apns = apnNames();
        var writer = options.format() == ExportOptions.Format.CSV
                ? new CsvRecords(out, apns, options.secrets())
                : new JsonRecords(out, apns, options.secrets());
        try (var snapshot = SnapshotReader.open(store.database())) {
            var work = new Work(writer, progress);
            writer.begin();
            snapshot.read(
                    List.of(
                            new SnapshotReader.Joined(Part.SUBSCRIBER.table(), "s", ""),
                            new SnapshotReader.Joined(Part.AUC.table(), "a", "a.auc_id = s.auc_id"),
                            new SnapshotReader.Joined(Part.IMS.table(), "i", FIRST_IMS)),
                    conditions("s.imsi"),
                    rows -> work.add(rows.get(0), rows.get(1), rows.get(2)));
            if (options.isWhole()) {
                snapshot.read(
                        List.of(new SnapshotReader.Joined(Part.AUC.table(), "a", "")),
                        and(conditions("a.imsi"), "NOT EXISTS (SELECT 1 FROM subscriber s WHERE s.auc_id = a.auc_id)"),
                        rows -> work.add(null, rows.getFirst(), null));
            }
            if (options.isWhole() && options.batchName().isEmpty()) {
                snapshot.read(
                        List.of(new SnapshotReader.Joined(Part.IMS.table(), "i", "")),
                        and(
                                conditions("i.imsi"),
                                "NOT EXISTS (SELECT 1 FROM subscriber s WHERE s.imsi = i.imsi AND " + FIRST_IMS + ")"),
                        rows -> work.add(null, null, rows.getFirst()));
            }
            out.flush();
            return work.count;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** One pass. */
    private final class Work {

        private static final long OFTEN = 1_000;

        private final RecordWriter writer;
        private final LongConsumer progress;
        private long count;

        Work(RecordWriter writer, LongConsumer progress) {
            this.writer = writer;
            this.progress = progress;
        }

        void add(
                @Nullable Object @Nullable [] subscriber,
                @Nullable Object @Nullable [] auc,
                @Nullable Object @Nullable [] ims) {
            var parts = new EnumMap<Part, @Nullable Object[]>(Part.class);
            if (auc != null) {
                parts.put(Part.AUC, options.secrets() ? revealed(auc) : auc);
            }
            if (subscriber != null) {
                parts.put(Part.SUBSCRIBER, subscriber);
            }
            if (ims != null) {
                parts.put(Part.IMS, ims);
            }
            try {
                writer.write(parts);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (++count % OFTEN == 0) {
                progress.accept(count);
            }
        }

        private @Nullable Object[] revealed(@Nullable Object[] row) {
            return keys.reveal(new ResourceRow(Part.AUC.type(), row)).values();
        }
    }

    private Condition conditions(String imsi) {
        var sql = new StringJoiner(" AND ");
        var values = new ArrayList<Object>();
        if (!options.imsiPrefix().isEmpty()) {
            sql.add(imsi + " LIKE ?");
            values.add(options.imsiPrefix() + "%");
        }
        options.apn().ifPresent(name -> {
            sql.add("EXISTS (SELECT 1 FROM apn p WHERE p.apn_id = s.default_apn AND LOWER(p.apn) = LOWER(?))");
            values.add(name);
        });
        options.enabled().ifPresent(wanted -> {
            sql.add("s.enabled = ?");
            values.add(wanted);
        });
        options.batchName().ifPresent(name -> {
            sql.add("a.batch_name = ?");
            values.add(name);
        });
        return new Condition(sql.toString(), values);
    }

    private static Condition and(Condition condition, String more) {
        return new Condition(condition.sql().isEmpty() ? more : condition.sql() + " AND " + more, condition.values());
    }

    /** APNs by name where the name is one APN's only, so that another database may number them otherwise. */
    private Map<Integer, String> apnNames() {
        var type = ResourceType.APN;
        int position = type.position("apn");
        var uses = new HashMap<String, Integer>();
        var names = new HashMap<Integer, String>();
        for (var row : new Tables(store.database()).read(it -> it.select(type.stored(), Selection.ALL))) {
            if (row[0] instanceof Integer id && row[position] instanceof String name) {
                names.put(id, name);
                uses.merge(name, 1, Integer::sum);
            }
        }
        names.values().removeIf(name -> uses.getOrDefault(name, 0) > 1 || isAmbiguous(name));
        return names;
    }

    /** What would be read back as an id or as several names. */
    private static boolean isAmbiguous(String name) {
        return name.chars().allMatch(Character::isDigit)
                || name.chars().anyMatch(c -> c == ',' || c == '|' || c == ';' || Character.isWhitespace(c));
    }

    /** {@code ids} with names where there are any. */
    static String named(@Nullable Object ids, Map<Integer, String> names) {
        var list = new StringJoiner(",");
        for (int id : IdList.parse(ids instanceof String text ? text : null)) {
            list.add(names.getOrDefault(id, Integer.toString(id)));
        }
        return list.toString();
    }
}
