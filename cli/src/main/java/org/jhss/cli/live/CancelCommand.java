// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.live;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jhss.cli.config.Configuration;
import org.jhss.cli.output.Console;
import org.jhss.cli.output.Exit;
import org.jhss.cli.output.Table;
import org.jhss.platform.bus.calls.CallResult;
import org.jhss.platform.bus.calls.Calls;
import org.jhss.platform.bus.calls.Replies;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code jhss cancel}. */
@Command(
        name = "cancel",
        description =
                "Ends a subscriber's registration: the running HSS sends Cancel-Location, and this says what each node answered.",
        mixinStandardHelpOptions = true)
public final class CancelCommand implements Callable<Integer> {

    private static final String SERVICE = "hss";
    private static final String CALL = "s6a.cancel-location";
    private static final Duration READY = Duration.ofSeconds(3);

    private final Console console;

    @Parameters(paramLabel = "IMSI", description = "The subscriber.")
    private String imsi = "";

    @Option(names = "--node", paramLabel = "NODE", description = "mme, sgsn or all. Default: ${DEFAULT-VALUE}.")
    private String node = "all";

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description =
                    "mme-update-procedure, sgsn-update-procedure, subscription-withdrawal, update-procedure-iwf or"
                            + " initial-attach-procedure. Default: ${DEFAULT-VALUE}.")
    private String type = "subscription-withdrawal";

    @Option(names = "--reattach", description = "The device is to attach again at once.")
    private boolean reattach;

    @Option(names = "--host", paramLabel = "NAME", description = "A node to address, registered or not.")
    private @Nullable String host;

    @Option(names = "--realm", paramLabel = "NAME", description = "Its realm.")
    private @Nullable String realm;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "How long to wait for the nodes. Default: ${DEFAULT-VALUE}.")
    private int timeout = 15;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The configuration. Default: the one that the services read.")
    private @Nullable Path config;

    /** A command that prints to {@code console}. */
    public CancelCommand(Console console) {
        this.console = console;
    }

    /** Exit code 0 when every node has confirmed, 1 when one has not, 3 when the HSS refuses or it is registered nowhere. */
    @Override
    public Integer call() throws IOException {
        var configuration = config == null ? Configuration.load() : Configuration.load(config);
        try (var bus = LiveBus.open(configuration);
                var replies = Replies.open(bus);
                var calls = new Calls(bus, replies)) {
            replies.awaitReady(READY);
            var result = calls.call(SERVICE, CALL, arguments(), Duration.ofSeconds(timeout))
                    .join();
            return switch (result) {
                case CallResult.Failure failure ->
                    throw new IOException("the hss service did not do it: " + failure.reason());
                case CallResult.Answer(var body) -> tell(body);
            };
        }
    }

    private ObjectNode arguments() {
        var arguments = JsonNodeFactory.instance
                .objectNode()
                .put("imsi", imsi)
                .put("node", node)
                .put("type", type)
                .put("reattach", reattach);
        if (host != null) {
            arguments.put("host", host);
        }
        if (realm != null) {
            arguments.put("realm", realm);
        }
        return arguments;
    }

    private int tell(JsonNode body) {
        if (body.has("error")) {
            console.error(body.path("error").path("field").asString("") + ": "
                    + body.path("error").path("message").asString(""));
            return Exit.REJECTED;
        }
        var results = body.path("results");
        if (json) {
            console.println(JsonMapper.shared().writeValueAsString(results));
        } else if (results.isEmpty()) {
            console.error(imsi + " is registered at no node");
        } else {
            print(results);
        }
        if (results.isEmpty()) {
            return Exit.REJECTED;
        }
        return results.valueStream().allMatch(result -> result.path("success").asBoolean(false))
                ? ExitCode.OK
                : Exit.FAILED;
    }

    private void print(JsonNode results) {
        var table = new Table("NODE", "HOST", "REALM", "RESULT", "CODE");
        for (var result : results) {
            table.row(
                    result.path("node").asString(""),
                    result.path("host").asString(""),
                    result.path("realm").asString(""),
                    result.path("result").asString("")
                            + (result.has("reason")
                                    ? " (" + result.path("reason").asString("") + ")"
                                    : ""),
                    result.has("code") ? result.path("code").asString("") : "-");
        }
        table.lines(console).forEach(console::println);
    }
}
