// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jhss.platform.config.ApiAccessConfig;
import org.jhss.platform.lifecycle.StartFailure;

/** Makes the server's TLS from PEM files. */
final class TlsContext {

    private static final List<String> ALGORITHMS = List.of("EC", "RSA", "Ed25519");
    private static final String KEY_BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String KEY_END = "-----END PRIVATE KEY-----";

    private TlsContext() {}

    /**
     * Reads certificate and key.
     *
     * @throws StartFailure when they cannot be used
     */
    static SslContextFactory.Server of(ApiAccessConfig.Tls files) throws StartFailure {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("api", key(files.key()), new char[0], chain(files.certificate()));
            var context = new SslContextFactory.Server();
            context.setKeyStore(store);
            context.setKeyStorePassword("");
            context.setIncludeProtocols("TLSv1.3", "TLSv1.2");
            // A client that names another host or none still reaches the one certificate that there is.
            context.setSniRequired(false);
            return context;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw StartFailure.configuration(
                    "api.tls",
                    "certificate " + files.certificate() + " and key " + files.key() + " cannot be used: "
                            + e.getMessage(),
                    e);
        }
    }

    private static Certificate[] chain(Path file) throws IOException, GeneralSecurityException {
        var certificates = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)));
        if (certificates.isEmpty()) {
            throw new GeneralSecurityException("no certificate in " + file);
        }
        return certificates.toArray(Certificate[]::new);
    }

    private static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
        var text = Files.readString(file, StandardCharsets.US_ASCII);
        int begin = text.indexOf(KEY_BEGIN);
        int end = text.indexOf(KEY_END);
        if (begin < 0 || end < begin) {
            throw new GeneralSecurityException(
                    "no unencrypted PKCS #8 key in " + file + " (openssl pkcs8 -topk8 -nodes makes one)");
        }
        var spec = new PKCS8EncodedKeySpec(
                Base64.getMimeDecoder().decode(text.substring(begin + KEY_BEGIN.length(), end)));
        GeneralSecurityException last = new GeneralSecurityException("unknown kind of key in " + file);
        for (var algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(spec);
            } catch (GeneralSecurityException e) {
                last = e;
            }
        }
        throw last;
    }
}
