// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.relay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A relay agent that is not ours: freeDiameter as Debian has it (packages freediameter, freediameter-extensions). */
final class FreeDiameter implements AutoCloseable {

    static final String HOST = "dra01.home.example.org";
    static final String REALM = "home.example.org";

    private static final Path PROGRAM = Path.of("/usr/bin/freeDiameterd");
    private static final List<Path> EXTENSIONS =
            List.of(Path.of("/usr/lib/freeDiameter"), Path.of("/usr/local/lib/freeDiameter"));
    private static final String WHITE_LIST = "acl_wl.fdx";
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Base64.Encoder MIME = Base64.getMimeEncoder(64, new byte[] {'\n'});
    private static final int PATIENCE_SECONDS = 10;

    private final Process process;
    private final Path log;
    private final InetSocketAddress address;

    private FreeDiameter(Process process, Path log, InetSocketAddress address) {
        this.process = process;
        this.log = log;
        this.address = address;
    }

    /** Whether it can be started here. */
    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM) && whiteList().findAny().isPresent();
    }

    private static Stream<Path> whiteList() {
        return EXTENSIONS.stream().map(folder -> folder.resolve(WHITE_LIST)).filter(Files::exists);
    }

    /**
     * Starts it in {@code directory}: it connects to {@code hss}, and lets nodes of 3gppnetwork.org connect.
     *
     * @param hssHost Origin-Host of the HSS
     */
    static FreeDiameter start(Path directory, String hssHost, InetSocketAddress hss) throws Exception {
        makeCertificate(directory);
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), freePort());
        Files.writeString(directory.resolve("acl.conf"), "ALLOW_IPSEC *.3gppnetwork.org\n");
        var configuration = Files.writeString(directory.resolve("freeDiameter.conf"), """
                Identity = "%s";
                Realm = "%s";
                Port = %d;
                SecPort = 0;
                No_SCTP;
                No_IPv6;
                TLS_Cred = "%s/dra.crt", "%s/dra.key";
                TLS_CA = "%s/dra.crt";
                LoadExtension = "%s" : "%s/acl.conf";
                ConnectPeer = "%s" { No_TLS; ConnectTo = "127.0.0.1"; Port = %d; };
                """.formatted(
                        HOST,
                        REALM,
                        address.getPort(),
                        directory,
                        directory,
                        directory,
                        whiteList().findFirst().orElseThrow(),
                        directory,
                        hssHost,
                        hss.getPort()));
        var log = directory.resolve("freeDiameter.log");
        var process = new ProcessBuilder(PROGRAM.toString(), "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new FreeDiameter(process, log, address);
    }

    /** Where it listens. */
    InetSocketAddress address() {
        return address;
    }

    /** What it has said. */
    String log() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** It does not start without a certificate, though nothing here uses TLS. */
    private static void makeCertificate(Path directory)
            throws IOException, InterruptedException, GeneralSecurityException {
        var file = directory.resolve("dra.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        var made = new ProcessBuilder((keytool + " -genkeypair -alias own -keyalg RSA -keysize 2048 -dname CN=" + HOST
                                + " -validity 2 -storetype PKCS12 -storepass " + new String(PASSWORD) + " -keystore "
                                + file)
                        .split(" "))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("keytool.log").toFile())
                .start();
        if (made.waitFor() != 0) {
            throw new IOException(Files.readString(directory.resolve("keytool.log")));
        }
        var store = KeyStore.getInstance(file.toFile(), PASSWORD);
        pem(
                directory.resolve("dra.crt"),
                "CERTIFICATE",
                store.getCertificate("own").getEncoded());
        pem(
                directory.resolve("dra.key"),
                "PRIVATE KEY",
                store.getKey("own", PASSWORD).getEncoded());
    }

    private static void pem(Path file, String what, byte[] octets) throws IOException {
        Files.writeString(
                file,
                "-----BEGIN " + what + "-----\n" + MIME.encodeToString(octets) + "\n-----END " + what + "-----\n",
                StandardCharsets.US_ASCII);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
