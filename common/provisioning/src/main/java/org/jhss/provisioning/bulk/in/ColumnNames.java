// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.in;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jhss.provisioning.bulk.Part;
import org.jhss.provisioning.bulk.format.Aliases;
import org.jhss.provisioning.schema.Column;

/**
 * What a column's name in a file means. Names are PyHSS's; those that several parts have need the part before them
 * ({@code ims.msisdn}), except {@code imsi}, which is that of all parts, and {@code msisdn}, the subscriber's and, unless given
 * itself, the IMS subscriber's.
 */
final class ColumnNames {

    /** The operator's OP, from which OPc is computed. */
    static final String OP = "op";

    /** Where a value goes. */
    sealed interface Meaning {

        /**
         * Into rows.
         *
         * @param encrypted whether the name says that a transport key hides the values
         */
        record Columns(List<Target> targets, boolean encrypted) implements Meaning {}

        /** It is OP. */
        record Op() implements Meaning {}

        /** Nowhere. */
        record Nothing() implements Meaning {}

        /** Nobody knows. */
        record Unknown() implements Meaning {}
    }

    /**
     * A column of a part.
     *
     * @param own whether the value says that the part is there; else it only completes it, and gives way to the part's own
     */
    record Target(Part part, Column column, boolean own) {}

    private static final Meaning NOTHING = new Meaning.Nothing();
    private static final Meaning UNKNOWN = new Meaning.Unknown();

    private final Map<String, String> mapped;
    private final Set<String> ignored;
    private final boolean lenient;

    /**
     * @param mapped columns by the names that a file has for them, in capitals; the empty column for "none"
     * @param ignored names of columns that nobody wants, in capitals
     * @param lenient whether unknown names are passed over: vendors deliver what only they know
     */
    ColumnNames(Map<String, String> mapped, Set<String> ignored, boolean lenient) {
        this.mapped = mapped;
        this.ignored = ignored;
        this.lenient = lenient;
    }

    /** What {@code name} means. */
    Meaning of(String name) {
        var meaning = look(name);
        return lenient && meaning instanceof Meaning.Unknown ? NOTHING : meaning;
    }

    private Meaning look(String name) {
        var upper = name.strip().toUpperCase(Locale.ROOT);
        if (ignored.contains(upper)) {
            return NOTHING;
        }
        var column = mapped.get(upper);
        if (column != null) {
            return column.isEmpty() ? NOTHING : own(column);
        }
        var exact = own(name.strip());
        if (!(exact instanceof Meaning.Unknown)) {
            return exact;
        }
        var alias = Aliases.of(name);
        if (alias.isPresent()) {
            return own(alias.get().name()) instanceof Meaning.Columns columns
                    ? new Meaning.Columns(columns.targets(), alias.get().encrypted())
                    : own(alias.get().name());
        }
        return Aliases.isOfNoUse(name) ? NOTHING : own(name.strip().toLowerCase(Locale.ROOT));
    }

    private static Meaning own(String name) {
        return switch (name) {
            case OP, "auc.op" -> new Meaning.Op();
            case "imsi" -> columns(shared("imsi", Part.AUC), shared("imsi", Part.SUBSCRIBER), shared("imsi", Part.IMS));
            case "msisdn" -> columns(own(Part.SUBSCRIBER, "msisdn"), shared("msisdn", Part.IMS));
            default -> {
                int dot = name.indexOf('.');
                yield dot > 0 ? ofPart(name.substring(0, dot), name.substring(dot + 1)) : anywhere(name);
            }
        };
    }

    private static Meaning ofPart(String prefix, String name) {
        var part = Part.of(prefix);
        if (part.isEmpty()) {
            return UNKNOWN;
        }
        var column = part.get().type().column(name);
        if (column.isEmpty()) {
            return UNKNOWN;
        }
        return part.get().columns().contains(column.get())
                // An IMSI alone makes no keys and no subscriber.
                ? columns(new Target(part.get(), column.get(), !name.equals("imsi")))
                : NOTHING;
    }

    private static Meaning anywhere(String name) {
        var found = new ArrayList<Target>();
        boolean known = false;
        for (var part : Part.values()) {
            var column = part.type().column(name);
            known |= column.isPresent();
            column.filter(part.columns()::contains).ifPresent(it -> found.add(new Target(part, it, true)));
        }
        if (found.size() == 1) {
            return new Meaning.Columns(List.copyOf(found), false);
        }
        return found.isEmpty() && known ? NOTHING : UNKNOWN;
    }

    private static Target own(Part part, String column) {
        return new Target(part, part.type().column(column).orElseThrow(), true);
    }

    private static Target shared(String column, Part part) {
        return new Target(part, part.type().column(column).orElseThrow(), false);
    }

    private static Meaning columns(Target... targets) {
        return new Meaning.Columns(List.of(targets), false);
    }
}
