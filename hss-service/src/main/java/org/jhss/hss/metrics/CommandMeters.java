// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.concurrent.ConcurrentHashMap;
import org.jhss.diameter.message.ExperimentalResultCode;
import org.jhss.diameter.message.ResultCode;

/** The counters of one command of one application. Thread-safe. */
public final class CommandMeters {

    private final MeterRegistry registry;
    private final Tags tags;
    private final Counter requests;
    private final Counter successful;
    private final Counter failed;
    private final ConcurrentHashMap<Enum<?>, Counter> byResult = new ConcurrentHashMap<>();

    CommandMeters(MeterRegistry registry, String application, String command) {
        this.registry = registry;
        this.tags = Tags.of(MeterNames.APPLICATION, application, MeterNames.COMMAND, command);
        this.requests =
                counter("prom_diam_request_count_application_id", "Number of Diameter Requests by Application Id");
        this.successful = counter(
                "prom_diam_response_count_application_id_successful", "Number of Successful Diameter Responses");
        this.failed = counter("prom_diam_response_count_application_id_fail", "Number of Failed Diameter Responses");
    }

    /** A request for the command arrived. */
    public void request() {
        requests.increment();
    }

    /** The request was answered with a Result-Code by its handler, or for what its content deserves. */
    public void answered(ResultCode code) {
        successful.increment();
        result(code).increment();
    }

    /** The request was answered with an Experimental-Result. */
    public void answered(ExperimentalResultCode code) {
        successful.increment();
        result(code).increment();
    }

    /** The request was answered for want of a handler, or because the handler or the database failed. */
    public void failed(ResultCode code) {
        failed.increment();
        result(code).increment();
    }

    private Counter result(ResultCode code) {
        var known = byResult.get(code);
        return known != null ? known : register(code, 0, code.value());
    }

    private Counter result(ExperimentalResultCode code) {
        var known = byResult.get(code);
        return known != null ? known : register(code, code.vendorId(), code.value());
    }

    /** The registry gives the same counter to threads that race here. */
    private Counter register(Enum<?> key, int vendorId, int code) {
        var counter = Counter.builder("jhss_hss_answers")
                .description("Answers by result")
                .tags(tags.and("result", Integer.toString(code), "vendor", Integer.toUnsignedString(vendorId)))
                .register(registry);
        byResult.put(key, counter);
        return counter;
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).tags(tags).register(registry);
    }
}
