// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.sctp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jhss.identity.PeerHost;
import org.jhss.peer.EngineSettings;
import org.jhss.peer.base.ServedApplications;
import org.jhss.peer.directory.OutgoingPeer;
import org.jhss.peer.harness.Engines;
import org.jhss.peer.harness.Messages;
import org.jhss.platform.config.PeerConfig;
import org.jhss.testkit.tls.TestCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An SCTP peer that we did not write: freeDiameter, which takes no loopback address and so needs those of a guest. */
class FreeDiameterInKernel {

    private static final String HSS = "10.9.0.1";
    private static final String PEER = "10.9.0.2";
    private static final String NAME = "fd.example.org";
    private static final int PORT = 13_868;
    /** The least that RFC 3539 and freeDiameter allow. */
    private static final int WATCHDOG_SECONDS = 6;

    /** What it logs. */
    private static final String READY = "freeDiameterd daemon initialized";

    private static final String OPEN = "'STATE_OPEN'\t'hss01'";
    private static final String DWA_SENT = "SENT to 'hss01': 'Device-Watchdog-Answer'";
    private static final String DWA_RECEIVED = "RCV from 'hss01': (no model)0/280 f:----";
    private static final String DPR_RECEIVED = "Peer 'hss01' sent a DPR";
    private static final String DPA_RECEIVED = "RCV from 'hss01': (no model)0/282 f:----";

    private static final Duration PATIENCE = Duration.ofSeconds(25);

    @TempDir
    Path directory;

    private Process daemon;

    @BeforeEach
    void isHere() throws Exception {
        assumeThat(Path.of("/usr/bin/freeDiameterd")).as("freeDiameter").exists();
        assumeThat(NetworkInterface.getByInetAddress(InetAddress.ofLiteral(PEER)))
                .as("the addresses of a guest")
                .isNotNull();
    }

    @AfterEach
    void end() throws InterruptedException {
        if (daemon != null) {
            daemon.destroyForcibly();
            assertThat(daemon.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private Path log() {
        return directory.resolve("freediameter.log");
    }

    private String logged() throws IOException {
        var text = Files.readString(log());
        assertThat(daemon.isAlive()).as(text).isTrue();
        return text;
    }

    private void start(String connect) throws Exception {
        var certificate = TestCertificate.make(directory, NAME, "RSA");
        var configuration = directory.resolve("freediameter.conf");
        Files.writeString(configuration, """
                Identity = "%s";
                Realm = "%s";
                Port = %d;
                SecPort = 0;
                No_TCP;
                ListenOn = "%s";
                TwTimer = %d;
                TLS_Cred = "%s", "%s";
                TLS_CA = "%s";
                LoadExtension = "dict_nasreq.fdx";
                LoadExtension = "dict_dcca.fdx";
                LoadExtension = "dict_dcca_3gpp.fdx";
                %s
                """.formatted(
                        NAME,
                        Messages.REALM,
                        PORT,
                        PEER,
                        WATCHDOG_SECONDS,
                        certificate.certificate(),
                        certificate.key(),
                        certificate.certificate(),
                        connect));
        daemon = new ProcessBuilder("/usr/bin/freeDiameterd", "-dd", "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
    }

    private EngineSettings settings() {
        var usual = Engines.connections();
        var fast = new org.jhss.peer.connection.ConnectionSettings(
                usual.requestTimeout(),
                usual.capabilitiesTimeout().multipliedBy(5),
                usual.messageTimeout(),
                usual.idleTimeout(),
                true,
                Duration.ofSeconds(WATCHDOG_SECONDS),
                usual.probeTimeout(),
                usual.disconnectTimeout().multipliedBy(5),
                usual.writeTimeout(),
                usual.maxMessageSize(),
                usual.maxAvpCount(),
                usual.overload(),
                usual.maxOutstandingPerPeer(),
                usual.writeBuffer(),
                usual.checkRealm());
        return KernelFixtures.settings(fast, HSS);
    }

    /** It connects to us, is watched by us, and leaves. */
    @Test
    void freeDiameterConnectsToUsAndAnswersDwrAndLeavesByDpr() throws Exception {
        try (var fixture = KernelFixtures.start(settings())) {
            start("ConnectPeer = \"hss01\" { ConnectTo = \"%s\"; Port = %d; No_TLS; No_TCP; };"
                    .formatted(HSS, KernelFixtures.address(fixture).getPort()));
            await().atMost(PATIENCE).until(() -> logged().contains(OPEN));
            await().atMost(PATIENCE).until(() -> logged().contains(DWA_SENT));
            assertThat(fixture.engine().openPeers()).isEqualTo(1);
            daemon.destroy();
            await().atMost(PATIENCE).until(() -> fixture.engine().openPeers() == 0);
            assertThat(daemon.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(Files.readString(log())).contains(DPA_RECEIVED);
        }
    }

    /** We connect to it, are watched by it, and leave. */
    @Test
    void weConnectToFreeDiameterAndAnswerDwrAndLeaveByDpr() throws Exception {
        start("ConnectPeer = \"hss01\" { No_TLS; No_TCP; ConnectTo = \"10.9.0.3\"; Port = 9; };");
        await().atMost(PATIENCE).until(() -> logged().contains(READY));
        var target = new OutgoingPeer(
                new PeerHost(NAME),
                Optional.empty(),
                List.of(InetSocketAddress.createUnresolved(PEER, PORT)),
                PeerConfig.Transport.SCTP,
                ServedApplications.all());
        try (var fixture = KernelFixtures.start(Engines.connectingTo(settings(), target))) {
            await().atMost(PATIENCE).until(() -> logged().contains(OPEN));
            await().atMost(PATIENCE).until(() -> logged().contains(DWA_RECEIVED));
            assertThat(fixture.engine().openPeers()).isEqualTo(1);
            var stopped = CompletableFuture.runAsync(fixture.engine()::close);
            await().atMost(PATIENCE).until(() -> logged().contains(DPR_RECEIVED));
            assertThat(stopped).succeedsWithin(PATIENCE);
        }
    }
}
