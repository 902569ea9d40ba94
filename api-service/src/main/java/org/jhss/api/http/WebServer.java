// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jhss.api.route.Endpoint;
import org.jhss.api.route.Gate;
import org.jhss.api.route.Router;
import org.jhss.platform.lifecycle.PortInUse;
import org.jhss.platform.lifecycle.StartFailure;

/** Serves operations over HTTP, each request on a virtual thread. Closing it lets running requests end. */
public final class WebServer implements AutoCloseable {

    /** Below the time that a service has to stop. */
    private static final Duration DRAIN = Duration.ofSeconds(8);

    private static final Duration IDLE = Duration.ofSeconds(60);
    private static final int BACKLOG = 512;

    private final Javalin javalin;
    private final InetSocketAddress address;

    private WebServer(Javalin javalin, InetSocketAddress address) {
        this.javalin = javalin;
        this.address = address;
    }

    /**
     * Starts to listen.
     *
     * @throws StartFailure when the port is taken or the certificate cannot be used
     * @throws IllegalArgumentException when two endpoints have the same method and path: a defect
     */
    public static WebServer start(
            HttpSettings settings, Collection<Endpoint> endpoints, Gate gate, MeterRegistry metrics)
            throws StartFailure {
        var dispatcher = new Dispatcher(new Router(endpoints), gate, settings, new RequestMetrics(metrics));
        var tls = settings.tls().isPresent()
                ? List.of(TlsContext.of(settings.tls().get()))
                : List.<SslContextFactory.Server>of();
        var javalin = Javalin.create(config -> configure(config, settings, tls, dispatcher));
        try {
            javalin.start();
        } catch (RuntimeException e) {
            throw failure(settings, e);
        }
        return new WebServer(javalin, new InetSocketAddress(settings.host(), javalin.port()));
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public void close() {
        javalin.stop();
    }

    private static void configure(
            JavalinConfig config, HttpSettings settings, List<SslContextFactory.Server> tls, Dispatcher dispatcher) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.modifyServer(server -> {
            server.setErrorHandler(new ServerErrors(settings.originHost()));
            server.setStopTimeout(DRAIN.toMillis());
            server.setStopAtShutdown(false);
            server.insertHandler(new GracefulHandler());
        });
        config.jetty.addConnector((server, http) -> connector(server, http, settings, tls));
        config.routes.before(context -> serve(context, dispatcher));
    }

    private static void serve(Context context, Dispatcher dispatcher) throws IOException {
        dispatcher.serve(context.req(), context.res());
        context.skipRemainingHandlers();
    }

    private static Connector connector(
            Server server, HttpConfiguration http, HttpSettings settings, List<SslContextFactory.Server> tls) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        var plain = new HttpConnectionFactory(http);
        var connector = tls.isEmpty()
                ? new ServerConnector(server, plain)
                : new ServerConnector(server, new ConnectionFactory[] {
                    new SslConnectionFactory(tls.getFirst(), HttpVersion.HTTP_1_1.asString()), plain
                });
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE.toMillis());
        connector.setAcceptQueueSize(BACKLOG);
        connector.setReuseAddress(true);
        return connector;
    }

    private static StartFailure failure(HttpSettings settings, RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException
                    && String.valueOf(cause.getMessage()).contains("in use")) {
                return new PortInUse(new InetSocketAddress(settings.host(), settings.port()), "api.bind_port", e);
            }
        }
        return StartFailure.unavailable(
                "cannot listen on " + settings.host() + ":" + settings.port() + " (api.bind_ip, api.bind_port): "
                        + e.getMessage(),
                e);
    }
}
