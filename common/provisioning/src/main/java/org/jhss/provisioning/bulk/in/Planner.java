// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.in;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jhss.provisioning.bulk.Part;
import org.jhss.provisioning.bulk.in.Decision.RowChange;
import org.jhss.provisioning.object.KeyPlacement;
import org.jhss.provisioning.schema.Column;
import org.jhss.provisioning.schema.ResourceRow;
import org.jspecify.annotations.Nullable;

/** Decides, from what exists, what is to be done with records. */
final class Planner {

    private static final String UNIQUE = "unique";
    private static final int AUC_ID = Part.SUBSCRIBER.type().position("auc_id");

    private final ImportMode mode;
    private final KeyPlacement keys;

    Planner(ImportMode mode, KeyPlacement keys) {
        this.mode = mode;
        this.keys = keys;
    }

    Decision decide(SubscriberRecord record, Existing existing) {
        return mode == ImportMode.DELETE ? delete(record, existing) : new Work(record, existing).decide();
    }

    private static Decision delete(SubscriberRecord record, Existing existing) {
        var rows = new EnumMap<Part, List<@Nullable Object[]>>(Part.class);
        for (var part : record.parts().keySet()) {
            var found = switch (part) {
                case AUC -> existing.aucByImsi(record.imsi()).stream().toList();
                case SUBSCRIBER -> existing.subscriber(record.imsi()).stream().toList();
                case IMS -> existing.imsSubscribers(record.imsi());
            };
            if (!found.isEmpty()) {
                rows.put(part, found);
            }
        }
        return rows.isEmpty() ? new Decision.Unchanged(record) : new Decision.Delete(record, rows);
    }

    /** One record's decision. */
    private final class Work {

        private final SubscriberRecord record;
        private final Existing existing;
        private final Map<Part, RowChange> changes = new EnumMap<>(Part.class);
        private final List<RecordProblem> problems = new ArrayList<>();
        private int met;

        Work(SubscriberRecord record, Existing existing) {
            this.record = record;
            this.existing = existing;
        }

        Decision decide() {
            record.part(Part.AUC).ifPresent(this::keysOf);
            record.part(Part.SUBSCRIBER).ifPresent(row -> merge(row, existing.subscriber(row.text("imsi"))));
            record.part(Part.IMS).ifPresent(this::imsSubscriber);
            var aucId = aucId();
            if (!problems.isEmpty()) {
                return new Decision.Reject(record, problems);
            }
            if (mode == ImportMode.INSERT_NEW && met > 0 && changes.isEmpty()) {
                return new Decision.Skip(record);
            }
            return changes.isEmpty() ? new Decision.Unchanged(record) : new Decision.Store(record, changes, aucId);
        }

        private void keysOf(PartRow row) {
            var imsi = row.text("imsi");
            var iccid = row.text("iccid");
            var byIccid = iccid.isEmpty() ? Optional.<@Nullable Object[]>empty() : existing.aucByIccid(iccid);
            var found = imsi.isEmpty() ? byIccid : existing.aucByImsi(imsi);
            if (byIccid.isPresent() && found.map(it -> it[0]).stream().noneMatch(byIccid.get()[0]::equals)) {
                problems.add(record.problem("auc.iccid", UNIQUE, "is that of another SIM in the database"));
                return;
            }
            merge(
                    row,
                    found.map(it ->
                            keys.reveal(new ResourceRow(Part.AUC.type(), it)).values()));
        }

        /** By its number; else by its IMSI, when that has one IMS subscriber and the file none before. */
        private void imsSubscriber(PartRow row) {
            var imsi = row.text("imsi");
            var msisdn = row.text("msisdn");
            var found = msisdn.isEmpty() ? Optional.<@Nullable Object[]>empty() : existing.imsSubscriber(msisdn);
            int position = Part.IMS.type().position("imsi");
            if (found.isPresent()
                    && !imsi.isEmpty()
                    && found.get()[position] instanceof String other
                    && !other.isEmpty()
                    && !other.equals(imsi)) {
                problems.add(record.problem("ims.msisdn", UNIQUE, "is that of another IMS subscriber in the database"));
                return;
            }
            var ofImsi = existing.imsSubscribers(imsi);
            if (found.isEmpty() && ofImsi.size() == 1 && !imsi.isEmpty() && !record.hasFurtherImsSubscriber()) {
                found = Optional.of(ofImsi.getFirst());
            }
            merge(row, found);
        }

        private void merge(PartRow row, Optional<@Nullable Object[]> found) {
            if (found.isEmpty()) {
                create(row);
                return;
            }
            met++;
            switch (mode) {
                case INSERT ->
                    problems.add(record.problem(row.part() + ".imsi", "exists", "is in the database already"));
                case UPSERT -> change(row, found.get());
                case INSERT_NEW, DELETE -> {}
            }
        }

        private void create(PartRow row) {
            for (var column : row.missing()) {
                problems.add(record.problem(row.part() + "." + column, "required", "is required"));
            }
            changes.put(row.part(), new RowChange(null, row.values()));
        }

        private void change(PartRow row, @Nullable Object[] before) {
            var after = before.clone();
            boolean changed = false;
            for (var column : row.part().columns()) {
                int position = column.position();
                if (row.gives(position)
                        && !isLeftAlone(row.part(), column, before[position])
                        && !same(column, before[position], row.values()[position])) {
                    after[position] = row.values()[position];
                    changed = true;
                }
            }
            if (changed) {
                changes.put(row.part(), new RowChange(before, after));
            }
        }

        /** The subscriber's keys: those that exist already, or none if they come with the record. */
        private Optional<Integer> aucId() {
            var subscriber = changes.get(Part.SUBSCRIBER);
            var auc = changes.get(Part.AUC);
            if (subscriber == null || (auc != null && auc.before() == null)) {
                return Optional.empty();
            }
            if (subscriber.before() != null) {
                return subscriber.before()[AUC_ID] instanceof Integer id ? Optional.of(id) : Optional.empty();
            }
            var imsi = record.part(Part.AUC).map(row -> row.text("imsi")).orElse(record.imsi());
            var iccid = record.part(Part.AUC).map(row -> row.text("iccid")).orElse("");
            var found = existing.aucByImsi(imsi).or(() -> existing.aucByIccid(iccid));
            if (found.isEmpty()) {
                problems.add(record.problem(
                        "subscriber.auc_id", "reference", "needs keys: neither the record nor the database has any"));
                return Optional.empty();
            }
            return Optional.of((Integer) Objects.requireNonNull(found.get()[0]));
        }
    }

    /** The sequence number goes forward only, and by the authentication centre (TS 33.102 6.3.2): once there, a file has no say. */
    private static boolean isLeftAlone(Part part, Column column, @Nullable Object stored) {
        return part == Part.AUC && column.name().equals("sqn") && stored != null;
    }

    private static boolean same(Column column, @Nullable Object stored, @Nullable Object given) {
        boolean hexadecimal = column.name().equals("ki") || column.name().equals("opc");
        if (hexadecimal && stored instanceof String one && given instanceof String other) {
            return one.equalsIgnoreCase(other);
        }
        return Objects.equals(stored, given);
    }
}
