// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.crud;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jhss.api.error.Kind;
import org.jhss.api.route.Answer;
import org.jhss.api.route.Endpoint;
import org.jhss.api.route.Method;
import org.jhss.api.route.Parameter;
import org.jhss.api.route.Request;
import org.jhss.api.route.Schema;
import org.jhss.api.route.Surface;
import org.jhss.provisioning.object.Objects;
import org.jhss.provisioning.schema.ResourceRow;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.store.table.Filter;
import org.jhss.store.table.OperationGroups;
import org.jhss.store.table.Selection;
import org.jhss.store.table.Tables;

/** The operation log as PyHSS shows it: of rows that share an operation id only the first. */
final class OperationLogs {

    private static final ResourceType TYPE = ResourceType.OPERATION_LOG;
    private static final String TAG = "operation_logs";
    private static final int LONGEST_TABLE = 255;
    private static final int MOST_AT_ONCE = 500;

    private final Objects objects;
    private final Tables tables;
    private final Rows rows;
    private final int pageSize;

    OperationLogs(Objects objects, Tables tables, Rows rows, int pageSize) {
        this.objects = objects;
        this.tables = tables;
        this.rows = rows;
        this.pageSize = pageSize;
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.of(Surface.PYHSS, Method.GET, "/operation_logs/list")
                        .tag(TAG)
                        .operationId("get_py_hss_operation_log__list")
                        .summary("Lists operations, newest first")
                        .description("Of the rows that share an operation id the first is shown.")
                        .parameters(Crud.paging(pageSize))
                        .ok("The operations", new Schema.ArrayOf(Schema.row(TYPE)))
                        .strict(Crud::strictPaging)
                        .handledBy(request -> page(request, Optional.empty())),
                Endpoint.of(Surface.PYHSS, Method.GET, "/operation_logs/list/table/{table_name}")
                        .tag(TAG)
                        .operationId("get_py_hss_operation_log__list_table_name")
                        .summary("Lists operations on one table, newest first")
                        .parameter(Parameter.path("table_name", Schema.text(LONGEST_TABLE), "SQL name", "subscriber"))
                        .parameters(Crud.paging(pageSize))
                        .ok("The operations; empty for an unknown table", new Schema.ArrayOf(Schema.row(TYPE)))
                        .strict(Crud::strictPaging)
                        .handledBy(request -> page(request, Optional.of(request.path("table_name")))),
                Endpoint.of(Surface.PYHSS, Method.GET, "/operation_logs/last")
                        .tag(TAG)
                        .operationId("get_py_hss_operation_log__last")
                        .summary("Reads the newest entry of the operation log")
                        .ok("The entry", Schema.row(TYPE))
                        .fails(Kind.NOT_FOUND)
                        .handledBy(_ -> last()));
    }

    private Answer page(Request request, Optional<String> table) {
        long page = request.queryNumber("page");
        int size = Math.toIntExact(request.queryNumber("page_size"));
        int skip = (int) Math.min(page * size, Integer.MAX_VALUE);
        var keys = tables.read(transaction -> OperationGroups.firstRows(transaction, table, skip, size));
        return Answer.stream(json -> {
            json.writeStartArray();
            for (int from = 0; from < keys.size(); from += MOST_AT_ONCE) {
                inOrder(keys.subList(from, Math.min(from + MOST_AT_ONCE, keys.size())))
                        .forEach(row -> rows.write(json, row));
            }
            json.writeEndArray();
        });
    }

    private List<ResourceRow> inOrder(List<Integer> keys) {
        var filter = new Filter(0, Filter.Comparison.IN, List.copyOf(keys));
        Map<Integer, ResourceRow> byKey = objects.list(TYPE, Selection.where(filter)).stream()
                .collect(Collectors.toMap(ResourceRow::key, Function.identity()));
        return keys.stream()
                .filter(byKey::containsKey)
                .map(byKey::get)
                .map(LogSecrets::hidden)
                .toList();
    }

    private Answer last() {
        var order = List.of(new Selection.Order(TYPE.position("timestamp"), true), new Selection.Order(0, true));
        return objects.list(TYPE, new Selection(List.of(), order, 0, 1)).stream()
                .findFirst()
                .map(row -> rows.answer(LogSecrets.hidden(row)))
                .orElseGet(() -> Answer.notFound("the operation log is empty"));
    }
}
