// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.in;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jhss.provisioning.bulk.Part;
import org.jhss.provisioning.bulk.format.Entry;
import org.jhss.provisioning.bulk.in.ColumnNames.Target;
import org.jspecify.annotations.Nullable;

/** A record on its way; collects what is wrong with it. Shows no values. */
final class RecordDraft {

    private static final List<Part> WHOSE_IMSI = List.of(Part.SUBSCRIBER, Part.AUC, Part.IMS);

    private final Entry.Raw raw;
    private final Map<Part, PartRow> rows = new EnumMap<>(Part.class);
    private final Set<Part> present = EnumSet.noneOf(Part.class);
    private final List<RecordProblem> problems = new ArrayList<>();
    private @Nullable String op;

    RecordDraft(Entry.Raw raw) {
        this.raw = raw;
    }

    Entry.Raw raw() {
        return raw;
    }

    PartRow row(Part part) {
        return rows.computeIfAbsent(part, PartRow::new);
    }

    /** The operator's OP, if the record has it. */
    @Nullable
    String op() {
        return op;
    }

    void setOp(String value) {
        op = value;
    }

    /** A value of {@code target} is there. */
    void mark(Target target) {
        if (target.own()) {
            present.add(target.part());
        }
    }

    void mark(Part part, boolean there) {
        if (there) {
            present.add(part);
        } else {
            present.remove(part);
        }
    }

    /** Whether the record has that part. */
    boolean has(Part part) {
        return present.contains(part);
    }

    List<RecordProblem> problems() {
        return problems;
    }

    String imsi() {
        for (var part : WHOSE_IMSI) {
            var imsi = row(part).text("imsi");
            if (!imsi.isEmpty()) {
                return imsi;
            }
        }
        return "";
    }

    void problem(String field, String rule, String message) {
        problems.add(new RecordProblem(raw.number(), raw.line(), imsi(), field, rule, message));
    }

    @Override
    public String toString() {
        return raw.toString();
    }
}
