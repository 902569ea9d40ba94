// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a.originated;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jhss.identity.Imsi;
import org.jhss.platform.bus.calls.CallResult;
import org.jhss.store.work.NodeType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the JSON of a call. What is wrong is remembered, the first fault only, and told by {@link #rejection}; readers then give
 * something harmless.
 */
final class Arguments {

    private static final Pattern HEXADECIMAL = Pattern.compile("(?:[0-9A-Fa-f]{2})+");
    private static final String ALL_NODES = "all";

    private final JsonNode json;
    private final Set<String> known = new HashSet<>();
    private @Nullable CallResult rejection;

    Arguments(JsonNode json) {
        this.json = json;
    }

    /** The answer to a faulty call, once all arguments are read: it names the field and what is expected. */
    Optional<CallResult> rejection() {
        if (rejection == null) {
            for (var name : json.propertyNames()) {
                if (!known.contains(name)) {
                    fault(name, "is no argument of this call");
                }
            }
        }
        return Optional.ofNullable(rejection);
    }

    /** Reports that a field does not fit, also with others. */
    void fault(String field, String expected) {
        if (rejection == null) {
            rejection = Results.error(field, expected);
        }
    }

    /** The required IMSI; empty when faulty. */
    Optional<Imsi> imsi() {
        var imsi = text("imsi").flatMap(Imsi::parse);
        if (imsi.isEmpty()) {
            fault("imsi", "must be an IMSI of 6 to 15 digits");
        }
        return imsi;
    }

    /** Which nodes are meant: {@code mme}, {@code sgsn}, or {@code all}, which is also the default. */
    Set<NodeType> nodes() {
        var name = text("node").orElse(ALL_NODES);
        for (var type : NodeType.values()) {
            if (name.equals(type.name().toLowerCase(Locale.ROOT))) {
                return Set.of(type);
            }
        }
        if (!name.equals(ALL_NODES)) {
            fault("node", "must be mme, sgsn or all");
        }
        return Set.of(NodeType.values());
    }

    boolean flag(String field) {
        var value = find(field);
        if (value.isEmpty()) {
            return false;
        }
        if (!value.get().isBoolean()) {
            fault(field, "must be true or false");
            return false;
        }
        return value.get().booleanValue();
    }

    Optional<String> text(String field) {
        var value = find(field);
        if (value.isPresent() && !value.get().isString()) {
            fault(field, "must be text");
            return Optional.empty();
        }
        return value.map(JsonNode::stringValue);
    }

    /** A domain name, such as a host; empty when absent or faulty. */
    <T> Optional<T> name(String field, Function<String, Optional<T>> parser) {
        var text = text(field);
        var parsed = text.flatMap(parser);
        if (text.isPresent() && parsed.isEmpty()) {
            fault(field, "must be a domain name");
        }
        return parsed;
    }

    /** The value itself, of whatever kind. */
    Optional<JsonNode> find(String field) {
        known.add(field);
        return Optional.ofNullable(json.get(field)).filter(value -> !value.isNull());
    }

    /** One text or a list of them. */
    List<String> texts(String field) {
        var value = find(field);
        if (value.isEmpty()) {
            return List.of();
        }
        var texts = new ArrayList<String>();
        for (var element : value.get().isArray() ? value.get() : List.of(value.get())) {
            if (element.isString()) {
                texts.add(element.stringValue());
            } else {
                fault(field, "must be text or a list of texts");
            }
        }
        return texts;
    }

    /** One name or a list of names, each of which {@code parser} knows. */
    <T> List<T> named(String field, Function<String, Optional<T>> parser, String expected) {
        var values = new ArrayList<T>();
        for (var text : texts(field)) {
            parser.apply(text).ifPresentOrElse(values::add, () -> fault(field, expected));
        }
        return values;
    }

    /** One string of octets in hexadecimal, or a list of them, of {@code octets} octets each; any length when that is 0. */
    List<String> hexadecimal(String field, int octets) {
        var texts = texts(field);
        for (var text : texts) {
            if (!HEXADECIMAL.matcher(text).matches() || (octets != 0 && text.length() != 2 * octets)) {
                fault(field, octets == 0 ? "must be hexadecimal" : "must be " + octets + " octets in hexadecimal");
                return List.of();
            }
        }
        return texts;
    }

    /** Numbers from 1 on. */
    List<Integer> numbers(String field) {
        var value = find(field);
        var numbers = new ArrayList<Integer>();
        for (var element : value.isPresent() && value.get().isArray()
                ? value.get()
                : value.stream().toList()) {
            if (element.isInt() && element.intValue() > 0) {
                numbers.add(element.intValue());
            } else {
                fault(field, "must be a list of numbers from 1 on");
            }
        }
        return numbers;
    }
}
