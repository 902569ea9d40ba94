// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jhss.peer.metrics.IntervalCounts;
import org.jhss.platform.lifecycle.ServiceContext;
import org.jhss.platform.lifecycle.ServiceMain;
import org.jhss.platform.service.ServiceBus;

/** The diameter service: peers and sockets on one side, the bus on the other. */
public final class DiameterService {

    private static final String ROLE = "diameter";

    private DiameterService() {}

    /** Runs the service until it is told to stop. */
    public static void main(String[] arguments) {
        ServiceMain.run(ROLE, DiameterService::assemble, arguments);
    }

    static void assemble(ServiceContext context) throws Exception {
        var config = context.config();
        var settings = EngineSettings.from(config.hss());
        var bus = ServiceBus.start(context);
        var engine = context.start("diameter peers", () -> PeerEngine.start(settings, bus, context.metrics()));
        if (config.benchmarking().enabled()) {
            IntervalCounts.start(
                    engine.metrics(), context.metrics(), config.benchmarking().reportingInterval(), bus.scheduler());
        }
        context.health().require("peers", () -> engine.openPeers() + " connected");
        engine.listening().forEach(address -> context.listening("diameter", address));
        engine.listeningTls().forEach(address -> context.listening("diameter-tls", address));
        engine.listeningSctp().forEach(address -> context.listening("diameter-sctp", address));
        var where = Stream.of(
                        text(engine.listening(), "TCP"),
                        text(engine.listeningSctp(), "SCTP"),
                        text(engine.listeningTls(), "TLS"))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        context.connectLine(
                "Diameter peers: " + where + ", Origin-Host " + settings.own().host());
    }

    private static String text(List<InetSocketAddress> addresses, String transport) {
        return addresses.isEmpty() ? "" : text(addresses) + " (" + transport + ")";
    }

    private static String text(List<InetSocketAddress> addresses) {
        return addresses.stream()
                .map(address -> {
                    var host = address.getAddress().getHostAddress();
                    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + address.getPort();
                })
                .collect(Collectors.joining(", "));
    }
}
