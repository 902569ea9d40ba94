// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.transport;

import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLException;
import org.jhss.platform.config.ListenConfig;
import org.jhss.platform.lifecycle.StartFailure;

/**
 * TLS 1.2 and 1.3 from the configured PEM files. Host names are not checked by TLS: a Diameter identity is, by
 * {@link org.jhss.peer.directory.CertificatePolicy}.
 *
 * @param server for those who connect to us
 * @param client for those we connect to
 */
public record TlsContexts(SslContext server, SslContext client) {

    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    /**
     * Reads the files.
     *
     * @throws StartFailure when one of them is not there or not what it should be
     */
    public static TlsContexts read(ListenConfig.Tls config) throws StartFailure {
        readable("hss.tls.certificate", config.certificate());
        readable("hss.tls.key", config.key());
        if (config.trust().isPresent()) {
            readable("hss.tls.trust", config.trust().get());
        }
        try {
            var certificate = config.certificate().toFile();
            var key = config.key().toFile();
            var server = common(SslContextBuilder.forServer(certificate, key), config)
                    .clientAuth(config.requireClientCertificate() ? ClientAuth.REQUIRE : ClientAuth.OPTIONAL)
                    .build();
            var client = common(SslContextBuilder.forClient().keyManager(certificate, key), config)
                    .endpointIdentificationAlgorithm(null)
                    .build();
            return new TlsContexts(server, client);
        } catch (SSLException | IllegalArgumentException e) {
            throw StartFailure.configuration("hss.tls", "not a certificate chain and its key in PEM format", e);
        }
    }

    private static SslContextBuilder common(SslContextBuilder builder, ListenConfig.Tls config) {
        config.trust().ifPresent(trust -> builder.trustManager(trust.toFile()));
        return builder.sslProvider(SslProvider.JDK).protocols(PROTOCOLS);
    }

    private static void readable(String key, Path file) throws StartFailure {
        try (var in = Files.newInputStream(file)) {
            var _ = in.read();
        } catch (IOException e) {
            throw StartFailure.configuration(key, file + " cannot be read", e);
        }
    }
}
