// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.sim;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.jhss.cli.config.Configuration;
import org.jhss.cli.output.Console;
import org.jhss.cli.wire.WirePrinter;
import org.jhss.identity.PeerHost;
import org.jhss.identity.Realm;
import org.jhss.platform.config.JhssConfig;
import org.jhss.sim.stack.HssEndpoint;
import org.jhss.sim.stack.LinkSettings;
import org.jhss.sim.stack.PeerIdentity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where to connect, as whom, and what to show; what is not given comes from the configuration of this jHSS. */
final class PeerOptions {

    @Option(names = "--host", paramLabel = "HOST", description = "Where the HSS listens. Default: hss.bind_ip.")
    private @Nullable String host;

    @Option(names = "--port", paramLabel = "PORT", description = "Its port. Default: hss.bind_port.")
    private @Nullable Integer port;

    @Option(names = "--realm", paramLabel = "REALM", description = "Destination-Realm. Default: hss.OriginRealm.")
    private @Nullable String realm;

    @Option(
            names = "--destination-host",
            paramLabel = "NAME",
            description = "Destination-Host. Default: none, the realm is enough.")
    private @Nullable String destinationHost;

    @Option(
            names = "--origin-host",
            paramLabel = "NAME",
            description = "Origin-Host. Default: made from the peer's kind.")
    private @Nullable String originHost;

    @Option(names = "--origin-realm", paramLabel = "REALM", description = "Origin-Realm. Default: --realm.")
    private @Nullable String originRealm;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "5",
            description = "How long to wait for an answer. Default: ${DEFAULT-VALUE}.")
    private int timeout;

    @Option(
            names = {"-v", "--verbose"},
            description = "Show every AVP, not only those that matter.")
    private boolean verbose;

    @Option(
            names = {"-q", "--quiet"},
            description = "Show no messages, only results.")
    private boolean quiet;

    private @Nullable JhssConfig config;

    LinkSettings settings(String kind) throws IOException {
        var destination = realm == null ? config().hss().identity().originRealm() : new Realm(realm);
        var self = new PeerIdentity(
                new PeerHost(originHost == null ? "sim-" + kind + "." + destination.value() : originHost),
                originRealm == null ? destination : new Realm(originRealm));
        var address = new InetSocketAddress(host(), port());
        if (address.isUnresolved()) {
            throw new IOException("the host " + host() + " is not known");
        }
        var hss = new HssEndpoint(
                address, destination, Optional.ofNullable(destinationHost).map(PeerHost::new));
        return LinkSettings.of(self, hss).withRequestTimeout(Duration.ofSeconds(timeout));
    }

    WirePrinter printer(Console console, String kind) {
        var detail = quiet ? WirePrinter.Detail.NONE : verbose ? WirePrinter.Detail.FULL : WirePrinter.Detail.COMPACT;
        return new WirePrinter(console, kind, detail);
    }

    /** Shows messages only when asked to: for commands whose answer is what matters. */
    WirePrinter printerWhenVerbose(Console console, String kind) {
        return new WirePrinter(console, kind, verbose ? WirePrinter.Detail.FULL : WirePrinter.Detail.NONE);
    }

    private String host() throws IOException {
        return host == null ? Listener.address(config()) : host;
    }

    private int port() throws IOException {
        return port == null ? config().hss().listen().port() : port;
    }

    private JhssConfig config() throws IOException {
        var known = config;
        if (known == null) {
            known = Configuration.load();
            config = known;
        }
        return known;
    }
}
