// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.in;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jhss.aka.AkaKey;
import org.jhss.aka.MilenageKey;
import org.jhss.provisioning.bulk.Part;
import org.jhss.provisioning.bulk.format.CardDigits;
import org.jhss.provisioning.bulk.format.Entry;
import org.jhss.provisioning.bulk.in.ColumnNames.Meaning;
import org.jhss.provisioning.bulk.in.ColumnNames.Target;
import org.jhss.provisioning.rule.Rule;
import org.jhss.provisioning.schema.Coercion;
import org.jhss.provisioning.schema.Column;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.StringNode;

/** Makes rows of a record and checks what can be checked without the database's subscribers. One thread at a time. */
final class Assembler {

    private static final HexFormat HEX = HexFormat.of();
    private static final String APN_SEPARATORS = "[,|;\\s]+";

    /** Rows, or why there are none. */
    sealed interface Result {
        record Good(SubscriberRecord record) implements Result {}

        record Bad(List<RecordProblem> problems) implements Result {}
    }

    private final ImportOptions options;
    private final Layout.Cache layouts;
    private final ApnNames apns;
    private final Defaults defaults;

    Assembler(ImportOptions options, Layout.Cache layouts, ApnNames apns, Defaults defaults) {
        this.options = options;
        this.layouts = layouts;
        this.apns = apns;
        this.defaults = defaults;
    }

    Result assemble(Entry.Raw raw) {
        var layout = layouts.of(raw.names());
        var draft = new RecordDraft(raw);
        for (var name : layout.unknown()) {
            draft.problem(name, "unknown", "is no column: map it (--map) or pass it over (--ignore)");
        }
        for (int i = 0; i < layout.meanings().size(); i++) {
            var value = i < raw.values().length ? raw.values()[i] : null;
            if (value != null) {
                take(draft, layout.names().get(i), layout.meanings().get(i), value);
            }
        }
        complete(draft);
        return draft.problems().isEmpty() ? finish(draft) : new Result.Bad(draft.problems());
    }

    private void take(RecordDraft draft, String name, Meaning meaning, String value) {
        switch (meaning) {
            case Meaning.Columns(var targets, var hidden) -> {
                var text = decrypted(draft, name, targets.getFirst(), hidden, value);
                if (text != null) {
                    targets.forEach(target -> take(draft, name, target, text));
                }
            }
            case Meaning.Op _ -> draft.setOp(value);
            case Meaning.Nothing _, Meaning.Unknown _ -> {}
        }
    }

    private @Nullable String decrypted(RecordDraft draft, String name, Target target, boolean hidden, String value) {
        var column = target.column().name();
        boolean encrypted =
                hidden || (target.part() == Part.AUC && options.encrypted().contains(column));
        if (options.transportKey().isEmpty() || !encrypted || value.isEmpty() || value.equals(Entry.NULL)) {
            return value;
        }
        var plain = options.transportKey().get().decrypt(value);
        if (plain.isEmpty()) {
            draft.problem(
                    name, "transport_key", "is not whole blocks of the transport key's cipher in hexadecimal digits");
        }
        return plain.orElse(null);
    }

    private void take(RecordDraft draft, String name, Target target, String value) {
        var row = draft.row(target.part());
        int position = target.column().position();
        if (!target.own() && row.gives(position)) {
            return;
        }
        draft.mark(target);
        if (value.equals(Entry.NULL)) {
            row.give(position, null);
        } else {
            convert(draft, name, target, value, row, position);
        }
    }

    private void convert(RecordDraft draft, String name, Target target, String value, PartRow row, int position) {
        var column = target.column();
        var text = spelled(column, value);
        if (target.part() == Part.SUBSCRIBER && column.name().equals("default_apn")) {
            apn(draft, name, text).ifPresent(id -> row.give(position, id));
            return;
        }
        if (target.part() == Part.SUBSCRIBER && column.name().equals("apn_list")) {
            text = apnList(draft, name, text);
        }
        switch (Coercion.coerce(column, StringNode.valueOf(text))) {
            case Coercion.Value(var converted) ->
                row.give(position, column.isUnique() && "".equals(converted) ? null : converted);
            case Coercion.Name _ -> draft.problem(name, "reference", "must be the key of a row");
            case Coercion.Refused(var rule, var message) -> draft.problem(name, rule, message);
        }
    }

    private String spelled(Column column, String value) {
        return switch (column.name()) {
            case "imsi" -> CardDigits.imsi(value.strip(), options.order());
            case "iccid" -> CardDigits.iccid(value.strip(), options.order());
            case "msisdn" -> value.startsWith("+") ? value.substring(1) : value;
            default -> value;
        };
    }

    private Optional<Integer> apn(RecordDraft draft, String name, String text) {
        return switch (apns.find(text)) {
            case ApnNames.Found.Id(var id) -> Optional.of(id);
            case ApnNames.Found.Unknown(var rule, var message) -> {
                draft.problem(name, rule, message);
                yield Optional.empty();
            }
        };
    }

    private String apnList(RecordDraft draft, String name, String text) {
        var ids = new StringBuilder();
        for (var apn : text.strip().split(APN_SEPARATORS, -1)) {
            if (!apn.isEmpty()) {
                apn(draft, name, apn)
                        .ifPresent(id -> ids.append(ids.isEmpty() ? "" : ",").append(id));
            }
        }
        return ids.toString();
    }

    /** What the record leaves open: the defaults asked for, OPc from OP, the row's own defaults. */
    private void complete(RecordDraft draft) {
        boolean whole = options.mode() != ImportMode.DELETE;
        for (var entry : defaults.values()) {
            if (whole) {
                take(draft, entry.name(), entry);
            }
        }
        computeOpc(draft);
        for (var part : Part.values()) {
            if (!options.parts().isEmpty()) {
                draft.mark(part, options.parts().contains(part));
            }
            if (draft.has(part) && whole) {
                check(draft, draft.row(part));
                fill(draft.row(part));
            }
        }
    }

    private void take(RecordDraft draft, String name, Defaults.Value value) {
        if (value.meaning() instanceof Meaning.Columns(var targets, var _)) {
            for (var target : targets) {
                var row = draft.row(target.part());
                int position = target.column().position();
                if (target.part() != Part.AUC) {
                    draft.mark(target);
                }
                if (!row.gives(position)) {
                    var scratch = new PartRow(target.part());
                    convert(draft, name, target, value.text(), scratch, position);
                    row.complete(position, scratch.values()[position]);
                }
            }
        } else if (value.meaning() instanceof Meaning.Op && draft.op() == null) {
            draft.setOp(value.text());
        }
    }

    /** TS 35.206 4.1. */
    private void computeOpc(RecordDraft draft) {
        var keys = draft.row(Part.AUC);
        var op = draft.op();
        if (op == null
                || op.isEmpty()
                || !keys.text("opc").isEmpty()
                || keys.text("ki").isEmpty()) {
            return;
        }
        if (keys.text("algorithm").equals("tuak")) {
            draft.problem(ColumnNames.OP, "algorithm", "is Milenage's: give TUAK's TOPc in opc");
            return;
        }
        var k = octets(keys.text("ki"), AkaKey.K128_LENGTH);
        var operator = octets(op, MilenageKey.OPC_LENGTH);
        if (operator.isEmpty()) {
            draft.problem(ColumnNames.OP, "key", "must be 32 hexadecimal digits");
        } else if (k.isPresent()) {
            keys.give(Part.AUC.type().position("opc"), HEX.formatHex(MilenageKey.deriveOpc(k.get(), operator.get())));
        }
    }

    private static Optional<byte[]> octets(String hex, int length) {
        try {
            var octets = HEX.parseHex(hex);
            return octets.length == length ? Optional.of(octets) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static void check(RecordDraft draft, PartRow row) {
        for (var column : row.part().columns()) {
            var value = row.get(column.name());
            if (value != null) {
                for (var rule : column.rules()) {
                    if (rule.severity() == Rule.Severity.ERROR) {
                        rule.breach(value, row)
                                .ifPresent(message ->
                                        draft.problem(row.part() + "." + column.name(), rule.name(), message));
                    }
                }
            } else if (row.gives(column.position()) && !column.isNullable()) {
                draft.problem(row.part() + "." + column.name(), "required", "must not be NULL");
            }
        }
    }

    /** PyHSS's defaults; the list of APNs has at least the default one. */
    private static void fill(PartRow row) {
        for (var column : row.part().type().columns()) {
            if (!row.gives(column.position()) && row.get(column.name()) == null) {
                column.defaultValue().ifPresent(value -> row.complete(column.position(), value));
            }
        }
        if (row.part() == Part.SUBSCRIBER
                && row.get("apn_list") == null
                && row.get("default_apn") instanceof Integer apn) {
            row.complete(row.part().type().position("apn_list"), Integer.toString(apn));
        }
    }

    private Result finish(RecordDraft draft) {
        var record = new SubscriberRecord(draft.raw().number(), draft.raw().line(), draft.imsi());
        if (options.mode() == ImportMode.DELETE) {
            return delete(draft, record);
        }
        for (var part : Part.values()) {
            if (draft.has(part)) {
                record.parts().put(part, draft.row(part));
            }
        }
        if (record.isEmpty()) {
            return bad(draft, "", "empty", "the record has neither keys nor a subscriber");
        }
        if (record.part(Part.SUBSCRIBER)
                .map(row -> row.text("imsi"))
                .orElse("-")
                .isEmpty()) {
            return bad(draft, "imsi", "required", "is required");
        }
        if (record.part(Part.AUC)
                .map(row -> row.text("imsi") + row.text("iccid"))
                .orElse("-")
                .isEmpty()) {
            return bad(draft, "imsi", "required", "or iccid is required");
        }
        if (record.part(Part.IMS)
                .map(row -> row.text("imsi") + row.text("msisdn"))
                .orElse("-")
                .isEmpty()) {
            return bad(draft, "imsi", "required", "or ims.msisdn is required");
        }
        return new Result.Good(record);
    }

    private Result delete(RecordDraft draft, SubscriberRecord record) {
        if (record.imsi().isEmpty()) {
            return bad(draft, "imsi", "required", "is required");
        }
        for (var part : Part.values()) {
            if (options.parts().isEmpty() || options.parts().contains(part)) {
                record.parts().put(part, draft.row(part));
            }
        }
        return new Result.Good(record);
    }

    private static Result bad(RecordDraft draft, String field, String rule, String message) {
        draft.problem(field, rule, message);
        return new Result.Bad(draft.problems());
    }
}
