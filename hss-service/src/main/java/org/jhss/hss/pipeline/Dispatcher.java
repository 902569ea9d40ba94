// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.pipeline;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jhss.diameter.dictionary.AvpDefinition;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.ResultCode;
import org.jhss.hss.handler.CommandHandler;
import org.jhss.hss.metrics.HssMetrics;
import org.jhss.platform.config.HssIdentity;

/** Finds the handler of a request by (application id, command code), as one worker has them. */
final class Dispatcher {

    private final long[] keys;
    private final Route[] routes;
    private final Set<Integer> servedApplications = new HashSet<>();
    private final AnswerHead errorHead;
    private final HssMetrics metrics;

    /**
     * @throws IllegalArgumentException when two handlers serve one command
     */
    Dispatcher(List<CommandHandler> handlers, HssIdentity identity, HssMetrics metrics) {
        this.metrics = metrics;
        this.errorHead = AnswerHead.ofErrors(identity);
        var sorted =
                handlers.stream().sorted((a, b) -> Long.compare(key(a), key(b))).toList();
        keys = new long[sorted.size()];
        routes = new Route[sorted.size()];
        for (int i = 0; i < keys.length; i++) {
            var handler = sorted.get(i);
            var command = handler.command().request();
            keys[i] = key(handler);
            if (i > 0 && keys[i] == keys[i - 1]) {
                throw new IllegalArgumentException("two handlers for " + command);
            }
            routes[i] = new Route.Served(
                    command,
                    handler,
                    AnswerHead.of(command, identity),
                    metrics.command(command.applicationId(), command.code()));
            servedApplications.add(command.applicationId());
        }
    }

    /** The route of {@code request}. */
    Route route(Message request) {
        int application = request.applicationId();
        int code = request.commandCode();
        int index = Arrays.binarySearch(keys, AvpDefinition.key(application, code));
        if (index >= 0) {
            return routes[index];
        }
        return new Route.Unserved(
                Integer.toUnsignedString(application) + "/" + code,
                servedApplications.contains(application)
                        ? ResultCode.COMMAND_UNSUPPORTED
                        : ResultCode.APPLICATION_UNSUPPORTED,
                errorHead,
                metrics.command(application, code));
    }

    /** How protocol errors begin, whatever the command. */
    AnswerHead errorHead() {
        return errorHead;
    }

    private static long key(CommandHandler handler) {
        var command = handler.command();
        return AvpDefinition.key(command.applicationId(), command.code());
    }
}
