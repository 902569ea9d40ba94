// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.testkit.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A self-signed certificate made by the JDK's keytool. */
public final class TestCertificate {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Base64.Encoder MIME = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final KeyStore store;
    private final Path certificate;
    private final Path key;

    private TestCertificate(KeyStore store, Path certificate, Path key) {
        this.store = store;
        this.certificate = certificate;
        this.key = key;
    }

    /** Makes a certificate for {@code host} in {@code directory}. */
    public static TestCertificate make(Path directory, String host) throws Exception {
        return make(directory, host, "EC");
    }

    /** Makes one with another kind of key; GnuTLS does not read Java's EC keys. */
    public static TestCertificate make(Path directory, String host, String keyAlgorithm) throws Exception {
        var file = directory.resolve(host + ".p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "own",
                        "-keyalg",
                        keyAlgorithm,
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "SAN=dns:" + host,
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        made.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        if (made.waitFor() != 0) {
            throw new IOException("keytool failed");
        }
        var store = KeyStore.getInstance(file.toFile(), PASSWORD);
        var certificate = directory.resolve(host + ".crt");
        var key = directory.resolve(host + ".key");
        pem(certificate, "CERTIFICATE", store.getCertificate("own").getEncoded());
        pem(key, "PRIVATE KEY", store.getKey("own", PASSWORD).getEncoded());
        return new TestCertificate(store, certificate, key);
    }

    private static void pem(Path file, String what, byte[] octets) throws IOException {
        Files.writeString(
                file,
                "-----BEGIN " + what + "-----\n" + MIME.encodeToString(octets) + "\n-----END " + what + "-----\n",
                StandardCharsets.US_ASCII);
    }

    public Path certificate() {
        return certificate;
    }

    public Path key() {
        return key;
    }

    /** A client's context that trusts {@code server}, with this as its own certificate. */
    public SSLContext clientOf(TestCertificate server) throws GeneralSecurityException, IOException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        return context(keys, server);
    }

    /** A client's context that trusts {@code server} and has no certificate. */
    public static SSLContext anonymousClientOf(TestCertificate server) throws GeneralSecurityException, IOException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(null, null);
        return context(keys, server);
    }

    private static SSLContext context(KeyManagerFactory keys, TestCertificate server)
            throws GeneralSecurityException, IOException {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", server.store.getCertificate("own"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
