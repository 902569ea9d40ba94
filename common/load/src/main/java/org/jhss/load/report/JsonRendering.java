// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.report;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A report as JSON. */
final class JsonRendering {

    private static final long NANOS_PER_MICRO = 1000;

    private JsonRendering() {}

    static String of(LoadReport report) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("phase", report.phase());
        fields.put("clean", report.isClean());
        report.problem().ifPresent(text -> fields.put("problem", text));
        fields.put("measuredMicros", micros(report.measured()));
        fields.put("answersPerSecond", report.answersPerSecond());
        fields.put("successesPerSecond", report.successesPerSecond());
        fields.put("requests", report.requests());
        fields.put("warmUp", report.warmUp());
        fields.put("latencyMicros", report.latency());
        fields.put(
                "commands",
                report.commands().stream().map(JsonRendering::command).toList());
        fields.put("faults", report.faults());
        fields.put("checks", report.checks());
        fields.put("links", report.links());
        fields.put("generator", generator(report.generator()));
        fields.put("intervals", report.intervals());
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(fields);
    }

    private static Map<String, Object> command(CommandReport command) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("command", command.label());
        fields.put("requests", command.requests());
        fields.put("codes", command.codes().stream().map(JsonRendering::code).toList());
        fields.put("latencyMicros", command.latency());
        return fields;
    }

    private static Map<String, Object> code(CodeCount code) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("code", code.code());
        fields.put("experimental", code.experimental());
        fields.put("name", code.name());
        fields.put("count", code.count());
        return fields;
    }

    private static Map<String, Object> generator(GeneratorReport generator) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("cpuMicros", micros(generator.cpu()));
        fields.put("cpuMicrosPerRequest", generator.cpuMicrosPerRequest());
        fields.put("sendDelayMicros", generator.sendDelay());
        fields.put("unsent", generator.unsent());
        fields.put("retransmitted", generator.retransmitted());
        return fields;
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / NANOS_PER_MICRO;
    }
}
