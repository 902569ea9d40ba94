// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jhss.identity.PeerHost;
import org.jhss.peer.base.ServedApplications;
import org.jhss.peer.directory.OutgoingPeer;
import org.jhss.peer.harness.Engines;
import org.jhss.peer.harness.Messages;
import org.jhss.peer.harness.PeerFixture;
import org.jhss.platform.config.AllowedPeerConfig;
import org.jhss.platform.config.ListenConfig;
import org.jhss.platform.config.NamePattern;
import org.jhss.platform.config.PeerConfig;
import org.jhss.platform.lifecycle.StartFailure;
import org.jhss.testkit.diameter.RawClient;
import org.jhss.testkit.tls.TestCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsIT {

    private static final String MME = "mme01.example.org";

    @TempDir
    Path directory;

    private TestCertificate own;
    private TestCertificate mme;
    private ListenConfig.Tls config;
    private PeerFixture fixture;

    @BeforeEach
    void start() throws Exception {
        own = TestCertificate.make(directory, "hss01");
        mme = TestCertificate.make(directory, MME);
        var trust = directory.resolve("trust.pem");
        Files.writeString(trust, Files.readString(own.certificate()) + Files.readString(mme.certificate()));
        config = new ListenConfig.Tls(0, own.certificate(), own.key(), Optional.of(trust), true, true);
        fixture = new PeerFixture(Engines.withTls(Engines.settings(), config));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private RawClient connect(SSLContext context) throws Exception {
        var address = fixture.engine().listeningTls().getFirst();
        return new RawClient(context.getSocketFactory().createSocket(address.getAddress(), address.getPort()));
    }

    @Test
    void peerWithACertificateForItsOriginHostIsServed() throws Exception {
        try (var client = connect(mme.clientOf(own))) {
            assertThat(Messages.resultCode(client.exchange(Messages.cer(MME)))).isEqualTo(2001);
            assertThat(Messages.resultCode(client.exchange(Messages.air(MME, 1, 2))))
                    .isEqualTo(2001);
        }
    }

    @Test
    void peerWithACertificateForAnotherHostIs3010() throws Exception {
        try (var client = connect(mme.clientOf(own))) {
            assertThat(Messages.resultCode(client.exchange(Messages.cer("mme02.example.org"))))
                    .isEqualTo(3010);
            assertThat(client.isClosedByOther()).isTrue();
        }
    }

    @Test
    void peerWithoutCertificateOrWithAStrangersIsNotServed() throws Exception {
        var stranger = TestCertificate.make(directory, "stranger.example.org");
        for (var context : List.of(TestCertificate.anonymousClientOf(own), stranger.clientOf(own))) {
            assertThatThrownBy(() -> {
                        try (var client = connect(context)) {
                            client.exchange(Messages.cer("stranger.example.org"));
                        }
                    })
                    .isInstanceOfAny(java.io.UncheckedIOException.class, java.io.IOException.class);
        }
        assertThat(fixture.engine().openPeers()).isZero();
    }

    @Test
    void certificateThatMustNameTheOriginHostIsNotOptional() throws Exception {
        var lenient = new ListenConfig.Tls(0, own.certificate(), own.key(), config.trust(), false, true);
        try (var other = new PeerFixture(Engines.withTls(Engines.settings(), lenient))) {
            var address = other.engine().listeningTls().getFirst();
            var sockets = TestCertificate.anonymousClientOf(own).getSocketFactory();
            try (var client = new RawClient(sockets.createSocket(address.getAddress(), address.getPort()))) {
                assertThat(Messages.resultCode(client.exchange(Messages.cer(MME))))
                        .isEqualTo(3010);
            }
        }
    }

    private static String fingerprint(TestCertificate certificate) throws Exception {
        try (var in = Files.newInputStream(certificate.certificate())) {
            var encoded = CertificateFactory.getInstance("X.509")
                    .generateCertificate(in)
                    .getEncoded();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(encoded));
        }
    }

    private static AllowedPeerConfig listed(String certificate) {
        return new AllowedPeerConfig(
                NamePattern.of(new PeerHost(MME)),
                Optional.empty(),
                List.of(),
                List.of(certificate),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void listedPeerMustShowAListedCertificate() throws Exception {
        var answers = new LinkedHashMap<String, Long>();
        for (var certificate : List.of(MME, fingerprint(mme), "mme02.example.org", fingerprint(own))) {
            var settings = Engines.withTls(Engines.allowingOnly(Engines.settings(), listed(certificate)), config);
            try (var strict = new PeerFixture(settings)) {
                var address = strict.engine().listeningTls().getFirst();
                var sockets = mme.clientOf(own).getSocketFactory();
                try (var client = new RawClient(sockets.createSocket(address.getAddress(), address.getPort()))) {
                    answers.put(certificate, Messages.resultCode(client.exchange(Messages.cer(MME))));
                }
                try (var plain = strict.connect()) {
                    assertThat(Messages.resultCode(plain.exchange(Messages.cer(MME))))
                            .as("without TLS")
                            .isEqualTo(3010);
                }
            }
        }
        assertThat(answers.values()).containsExactly(2001L, 2001L, 3010L, 3010L);
    }

    @Test
    void plainTextOnTheTlsPortIsClosed() {
        try (var client = RawClient.connect(fixture.engine().listeningTls().getFirst())) {
            client.send(Messages.cer(MME));
            assertThat(client.isClosedByOther()).isTrue();
        }
    }

    @Test
    void weConnectByTlsToo() {
        var port = fixture.engine().listeningTls().getFirst().getPort();
        var target = new OutgoingPeer(
                new PeerHost("hss01"),
                Optional.empty(),
                List.of(InetSocketAddress.createUnresolved("127.0.0.1", port)),
                PeerConfig.Transport.TLS,
                ServedApplications.all());
        var settings = Engines.connectingTo(
                Engines.withTls(
                        Engines.named(Engines.settings(), MME),
                        new ListenConfig.Tls(0, mme.certificate(), mme.key(), config.trust(), true, true)),
                target);
        try (var other = new PeerFixture(settings)) {
            await().until(() ->
                    other.engine().openPeers() == 1 && fixture.engine().openPeers() == 1);
        }
        await().until(() -> fixture.engine().openPeers() == 0);
    }

    @Test
    void keyThatIsNoneFailsTheStartByItsName() {
        var wrong = new ListenConfig.Tls(0, own.certificate(), own.certificate(), Optional.empty(), true, true);
        assertThatThrownBy(() -> new PeerFixture(Engines.withTls(Engines.settings(), wrong)))
                .hasCauseInstanceOf(StartFailure.class)
                .hasMessageContaining("hss.tls");
        var missing = new ListenConfig.Tls(0, directory.resolve("no.crt"), own.key(), Optional.empty(), true, true);
        assertThatThrownBy(() -> new PeerFixture(Engines.withTls(Engines.settings(), missing)))
                .hasCauseInstanceOf(StartFailure.class)
                .hasMessageContaining("hss.tls.certificate");
    }
}
