// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.crud;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jhss.api.error.Failure;
import org.jhss.api.error.Kind;
import org.jhss.api.route.Answer;
import org.jhss.provisioning.object.Objects;
import org.jhss.provisioning.schema.ResourceRow;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.provisioning.schema.RowJson;
import org.jhss.provisioning.schema.View;
import org.jhss.store.table.Filter;
import org.jhss.store.table.Selection;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ObjectNode;

/** Rows as PyHSS's paths show them: its columns exactly, keys of SIMs only where {@code enable_insecure_auc} is on. */
public final class Rows {

    /** Rows that are read at once while a long list is written. */
    private static final int CHUNK = 500;

    private final Objects objects;
    private final View view;

    /**
     * @param insecureAuc whether keys of SIMs are shown
     */
    public Rows(Objects objects, boolean insecureAuc) {
        this.objects = objects;
        this.view = insecureAuc ? View.COMPATIBLE_WITH_SECRETS : View.COMPATIBLE;
    }

    /** A row as JSON. */
    public ObjectNode tree(ResourceRow row) {
        return RowJson.tree(shown(row), view);
    }

    /** A row as an answer. */
    public Answer answer(ResourceRow row) {
        return Answer.json(tree(row));
    }

    /** The row with that key. */
    public Answer byKey(ResourceType type, long key) {
        return objects.read(type, Math.toIntExact(key))
                .map(this::answer)
                .orElseGet(() -> Answer.notFound("there is no " + type.table() + " " + key));
    }

    /** The only row with {@code value} in {@code column}, or the failure that there is none or are several. */
    public Found only(ResourceType type, String column, Object value) {
        var rows = objects.find(type, column, value);
        return switch (rows.size()) {
            case 0 -> new Found(Optional.empty(), Failure.notFound("no " + type.table() + " has this " + column));
            case 1 -> new Found(Optional.of(rows.getFirst()), Failure.notFound(""));
            default ->
                new Found(
                        Optional.empty(),
                        Failure.of(Kind.CONFLICT, rows.size() + " rows of " + type.table() + " have this " + column));
        };
    }

    /**
     * One row that was looked for.
     *
     * @param failure what is answered when there is no row
     */
    public record Found(Optional<ResourceRow> row, Failure failure) {}

    /**
     * A page of PyHSS's lists, by key.
     *
     * @param pageSize 0 for all rows, which are then read piece by piece while they are sent
     */
    public Answer page(ResourceType type, List<Filter> filters, long page, long pageSize) {
        if (pageSize == 0) {
            return all(type, filters);
        }
        long offset = Math.min(page * pageSize, Integer.MAX_VALUE);
        return array(objects.list(type, new Selection(filters, List.of(), (int) offset, (int) pageSize)));
    }

    /** Rows as an array. */
    public Answer array(List<ResourceRow> rows) {
        return Answer.stream(json -> {
            json.writeStartArray();
            rows.forEach(row -> write(json, row));
            json.writeEndArray();
        });
    }

    private Answer all(ResourceType type, List<Filter> filters) {
        var first = chunk(type, filters, 0);
        return Answer.stream(json -> {
            json.writeStartArray();
            var rows = first;
            while (!rows.isEmpty()) {
                rows.forEach(row -> write(json, row));
                rows = rows.size() < CHUNK
                        ? List.of()
                        : chunk(type, filters, rows.getLast().key());
            }
            json.writeEndArray();
        });
    }

    private List<ResourceRow> chunk(ResourceType type, List<Filter> filters, int after) {
        var key = new Filter(type.key().position(), Filter.Comparison.GREATER, List.of(after));
        var all = new ArrayList<Filter>(filters);
        all.add(key);
        return objects.list(type, new Selection(all, List.of(), 0, CHUNK));
    }

    /** Writes a row. */
    public void write(JsonGenerator json, ResourceRow row) {
        RowJson.write(json, shown(row), view);
    }

    private ResourceRow shown(ResourceRow row) {
        return view.secrets() ? objects.reveal(row) : row;
    }
}
