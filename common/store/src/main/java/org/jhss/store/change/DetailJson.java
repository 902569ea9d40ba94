// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@link Detail} in its column; what is empty is left out. */
final class DetailJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DetailJson() {}

    static @Nullable String write(Detail detail) {
        var json = JSON.createObjectNode();
        if (!detail.columns().isEmpty()) {
            var columns = json.putArray("columns");
            new TreeSet<>(detail.columns()).forEach(columns::add);
        }
        detail.apnsBefore().ifPresent(before -> {
            var apns = json.putObject("apns_before").put("default", before.defaultApn());
            before.apns().forEach(apns.putArray("list")::add);
        });
        if (!detail.targets().isEmpty()) {
            var targets = json.putArray("targets");
            for (var target : detail.targets()) {
                targets.addObject()
                        .put("type", target.type())
                        .put("host", target.host())
                        .put("realm", target.realm())
                        .put("peer", target.peer());
            }
        }
        detail.cancellationType().ifPresent(type -> json.put("cancellation_type", type));
        return json.isEmpty() ? null : JSON.writeValueAsString(json);
    }

    /** What {@code text} tells; nothing when it is no JSON of ours. */
    static Detail read(@Nullable String text) {
        if (text == null) {
            return Detail.NONE;
        }
        JsonNode json;
        try {
            json = JSON.readTree(text);
        } catch (JacksonException _) {
            return Detail.NONE;
        }
        var before = json.path("apns_before");
        var type = json.path("cancellation_type");
        return new Detail(
                columns(json.path("columns")),
                before.isObject()
                        ? Optional.of(new ApnList(before.path("default").asInt(0), numbers(before.path("list"))))
                        : Optional.empty(),
                targets(json.path("targets")),
                type.isInt() ? OptionalInt.of(type.intValue()) : OptionalInt.empty());
    }

    private static Set<String> columns(JsonNode array) {
        var columns = new TreeSet<String>();
        array.forEach(column -> columns.add(column.asString("")));
        return columns;
    }

    private static List<Integer> numbers(JsonNode array) {
        var numbers = new ArrayList<Integer>();
        array.forEach(number -> numbers.add(number.asInt(0)));
        return numbers;
    }

    private static List<TargetNode> targets(JsonNode array) {
        var targets = new ArrayList<TargetNode>();
        array.forEach(node -> targets.add(new TargetNode(
                node.path("type").asInt(0),
                node.path("host").asString(""),
                node.path("realm").asString(""),
                node.path("peer").asString(""))));
        return targets;
    }
}
