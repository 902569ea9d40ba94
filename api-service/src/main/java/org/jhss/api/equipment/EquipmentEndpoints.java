// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.equipment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jhss.api.crud.Rows;
import org.jhss.api.error.Failure;
import org.jhss.api.error.Kind;
import org.jhss.api.error.Rendered;
import org.jhss.api.network.Facilities;
import org.jhss.api.route.Answer;
import org.jhss.api.route.Endpoint;
import org.jhss.api.route.EndpointBuilder;
import org.jhss.api.route.Method;
import org.jhss.api.route.Parameter;
import org.jhss.api.route.Request;
import org.jhss.api.route.Schema;
import org.jhss.api.route.Schema.Property;
import org.jhss.api.route.Status;
import org.jhss.api.route.Surface;
import org.jhss.provisioning.history.Actor;
import org.jhss.provisioning.object.Outcome;
import org.jhss.provisioning.schema.ResourceRow;
import org.jhss.provisioning.schema.ResourceType;
import org.jhss.store.device.TacDatabase;
import org.jhss.store.table.Selection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Which subscriber was seen in which device, and what devices are called. */
public final class EquipmentEndpoints {

    private static final ResourceType HISTORY = ResourceType.EIR_HISTORY;
    private static final String PATH = "/eir/eir_history/{attribute}";
    private static final String ATTRIBUTE = "attribute";
    private static final String IMEI = "imei";
    private static final String RESULT = "imei_result";
    private static final int LONGEST_ATTRIBUTE = 60;
    private static final int LONGEST_NAME = 255;
    private static final int LARGEST_PAGE = 100_000_000;
    private static final int INTERNAL = 500;

    /** MCC and MNC, or the shortest TAC: less would wipe nearly everything out. */
    private static final int SHORTEST_TO_DELETE = 6;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Schema.Fields DEVICE = new Schema.Fields(
            "Device type",
            List.of(
                    Property.required("tacPrefix", Schema.text(8), "Type allocation code, 8 or 6 digits")
                            .example("35666606"),
                    Property.required("name", Schema.text(LONGEST_NAME), "Maker")
                            .example("Example"),
                    Property.required("model", Schema.text(LONGEST_NAME), "Model")
                            .example("Phone 1")));

    private static final Schema.Row ROW = new Schema.Row(HISTORY, Schema.Form.COMPATIBLE, false);
    private static final List<Property> SPLIT = List.of(
            Property.required("imsi", Schema.text(LONGEST_ATTRIBUTE), "The IMSI of the pair")
                    .example("001010000000001"),
            Property.required(IMEI, Schema.text(LONGEST_ATTRIBUTE), "The IMEI of the pair, 14 digits")
                    .example("35666606123456"));
    private static final Schema.Extended PAIR = new Schema.Extended("IMSI_IMEI_HISTORY", ROW, SPLIT);
    private static final Schema.Extended PAIR_WITH_DEVICE = new Schema.Extended(
            "IMSI_IMEI_HISTORY with device",
            ROW,
            List.of(
                    SPLIT.getFirst(),
                    SPLIT.getLast(),
                    Property.required(
                            RESULT,
                            new Schema.Nullable(DEVICE),
                            "What the device is; null when its code is not in the list, or there is none")));

    private static final Parameter PART = Parameter.path(
            ATTRIBUTE,
            Schema.text(LONGEST_ATTRIBUTE),
            "Part of \"imsi,imei\", any case; % and _ are themselves. An IMEI of 15 or 16 digits is found by its first 14, which are"
                    + " what is stored.",
            "001010000000001");

    private final Facilities facilities;
    private final Rows rows;
    private final Optional<TacDatabase> devices;
    private final PairSearch search;

    private EquipmentEndpoints(Facilities facilities) {
        this.facilities = facilities;
        this.rows = facilities.rows();
        this.search = new PairSearch(facilities.objects());
        this.devices =
                facilities.config().eir().tacDatabaseCsv().map(file -> TacDatabase.open(file, Clock.systemUTC()));
    }

    /** All of them. */
    public static List<Endpoint> of(Facilities facilities) {
        var operations = new EquipmentEndpoints(facilities);
        return List.of(operations.list(), operations.find(), operations.delete(), operations.lookUp());
    }

    private static EndpointBuilder start(Method method, String path) {
        return Endpoint.of(Surface.PYHSS, method, path).tag("eir");
    }

    private Endpoint list() {
        return start(Method.GET, "/eir/eir_history/list")
                .operationId("get_py_hss_eir__history__all")
                .summary("Lists which subscriber was seen in which device, by id")
                .parameters(List.of(
                        Parameter.query("page", new Schema.Whole(0, LARGEST_PAGE), "Page, counted from 0", 0),
                        Parameter.query(
                                "page_size",
                                new Schema.Whole(0, LARGEST_PAGE),
                                "Pairs per page; 0 for all",
                                facilities.config().api().pageSize())))
                .ok("The page as an array", new Schema.ArrayOf(PAIR))
                .strict(EquipmentEndpoints::strictPaging)
                .handledBy(this::list);
    }

    private Endpoint find() {
        return start(Method.GET, PATH)
                .operationId("get_py_hss_eir__history")
                .summary("Finds pairs of subscriber and device by a part of them")
                .parameter(PART)
                .ok("The pairs, with what the devices are", new Schema.ArrayOf(PAIR_WITH_DEVICE))
                .handledBy(this::find);
    }

    private Endpoint delete() {
        return start(Method.DELETE, PATH)
                .operationId("delete_py_hss_eir__history")
                .summary("Deletes pairs of subscriber and device by a part of them")
                .description("At least " + SHORTEST_TO_DELETE
                        + " characters must be given. All of it is one operation of the log.")
                .parameter(PART)
                .ok("The pairs that were deleted", new Schema.ArrayOf(ROW))
                .fails(Kind.CONFLICT)
                .handledBy(this::delete);
    }

    private Endpoint lookUp() {
        return start(Method.GET, "/eir/lookup_imei/{imei}")
                .operationId("get_py_hss_eir__tac")
                .summary("Says what a device is")
                .description(
                        "By the first eight digits of its IMEI, else the first six. 410 when eir.tac_database_csv is not configured.")
                .parameter(Parameter.path(
                        IMEI, new Schema.Text(16, "[0-9]{6,16}"), "IMEI, or its first 6 or 8 digits", "35666606123456"))
                .ok("The device", DEVICE)
                .fails(Kind.NOT_FOUND, Kind.GONE)
                .strict(EquipmentEndpoints::unknownIsNull)
                .handledBy(this::lookUp);
    }

    private Answer list(Request request) {
        long size = request.queryNumber("page_size");
        if (size == 0) {
            return stream(sink -> search.each("", sink), false);
        }
        int offset = Math.clamp(request.queryNumber("page") * size, 0, Integer.MAX_VALUE);
        var page = facilities.objects().list(HISTORY, new Selection(List.of(), List.of(), offset, (int) size));
        return stream(page::forEach, false);
    }

    private Answer find(Request request) {
        var part = request.path(ATTRIBUTE);
        if (facilities.isStrict() && hasUnknownDevice(part)) {
            return Answer.json(JSON.nullNode());
        }
        return stream(sink -> search.each(part, sink), true);
    }

    /** PyHSS gives up on all rows when one device is unknown to it. */
    private boolean hasUnknownDevice(String part) {
        var unknown = new ArrayList<Integer>();
        search.each(part, row -> {
            if (device(imei(row)).isNull()) {
                unknown.add(row.key());
            }
        });
        return !unknown.isEmpty();
    }

    private Answer delete(Request request) {
        var part = request.path(ATTRIBUTE);
        if (part.strip().length() < SHORTEST_TO_DELETE && !facilities.isStrict()) {
            return Answer.failed(Failure.of(
                    Kind.BAD_PARAMETER,
                    ATTRIBUTE,
                    "minLength",
                    "must have at least " + SHORTEST_TO_DELETE + " characters"));
        }
        var keys = new ArrayList<Integer>();
        search.each(part, row -> keys.add(row.key()));
        var actor = new Actor(
                request.caller().name(),
                request.id(),
                Optional.of(UUID.randomUUID().toString()));
        var deleted = JSON.arrayNode();
        for (int key : keys) {
            if (facilities.objects().delete(HISTORY, key, Optional.empty(), actor) instanceof Outcome.Done done) {
                deleted.add(rows.tree(done.row()));
            }
        }
        return Answer.json(deleted);
    }

    private Answer lookUp(Request request) {
        if (devices.isEmpty()) {
            return Answer.failed(Failure.of(Kind.GONE, "EIR CSV file is not defined / does not exist"));
        }
        var device = device(request.path(IMEI));
        return device.isNull() ? Answer.notFound("no device has this type allocation code") : Answer.json(device);
    }

    private Answer stream(PairSearch.Source source, boolean withDevice) {
        return Answer.stream(json -> {
            json.writeStartArray();
            source.each(row -> json.writePOJO(tree(row, withDevice)));
            json.writeEndArray();
        });
    }

    private ObjectNode tree(ResourceRow row, boolean withDevice) {
        var pair = String.valueOf(row.get("imsi_imei"));
        int comma = pair.indexOf(',');
        var tree = rows.tree(row)
                .put("imsi", comma < 0 ? pair : pair.substring(0, comma))
                .put(IMEI, imei(row));
        if (withDevice) {
            tree.set(RESULT, device(imei(row)));
        }
        return tree;
    }

    private static String imei(ResourceRow row) {
        var pair = String.valueOf(row.get("imsi_imei"));
        return pair.substring(pair.indexOf(',') + 1);
    }

    private JsonNode device(String imei) {
        return devices.flatMap(list -> list.find(imei))
                .<JsonNode>map(device -> JSON.objectNode()
                        .put("tacPrefix", device.prefix())
                        .put("name", device.name())
                        .put("model", device.model()))
                .orElseGet(JSON::nullNode);
    }

    private static Optional<Rendered> unknownIsNull(Failure failure) {
        return failure.kind() == Kind.GONE ? Optional.of(Rendered.json(Status.OK, JSON.nullNode())) : Optional.empty();
    }

    private static Optional<Rendered> strictPaging(Failure failure) {
        return failure.kind() == Kind.BAD_PARAMETER
                ? Optional.of(Rendered.json(
                        INTERNAL,
                        JSON.objectNode()
                                .put("result", "Failed")
                                .put("reason", "An internal server error occurred: " + failure.reason())))
                : Optional.empty();
    }
}
