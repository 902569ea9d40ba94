// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jhss.platform.config.schema.Key;
import org.jhss.platform.config.schema.KeyGroup;
import org.jhss.platform.config.schema.Types;
import org.jhss.platform.config.schema.ValueType;
import org.jhss.platform.config.schema.Values;

/**
 * Where the HSS listens for Diameter peers.
 *
 * @param transport TCP, SCTP or both
 * @param bindIps addresses, IPv4 or IPv6; at least one
 * @param port port; 0 takes any free one
 * @param tls TLS listener, when a certificate is configured
 * @param sctp parameters of SCTP associations
 */
public record ListenConfig(Transport transport, List<String> bindIps, int port, Optional<Tls> tls, Sctp sctp) {

    /** Transports to listen on. */
    public enum Transport {
        /** RFC 6733 over TCP. */
        TCP,
        /** RFC 6733 over SCTP. */
        SCTP,
        /** Both. */
        BOTH
    }

    /**
     * TLS for Diameter (RFC 6733 2.1).
     *
     * @param port port of the TLS listener; 0 takes any free one
     * @param certificate PEM certificate chain of this HSS
     * @param key its PEM private key
     * @param trust PEM file of the peers' authorities; empty for the JDK's own
     * @param requireClientCertificate whether a peer must present one
     * @param verifyOriginHost whether it must name the peer's Origin-Host
     */
    public record Tls(
            int port,
            Path certificate,
            Path key,
            Optional<Path> trust,
            boolean requireClientCertificate,
            boolean verifyOriginHost) {}

    /**
     * Parameters of SCTP associations (RFC 9260 16).
     *
     * @param rtoMax upper bound of the retransmission time-out
     * @param rtoMin its lower bound
     * @param rtoInitial its first value
     * @param heartbeatInterval pause between heartbeats on an idle path
     * @param pathMaxRetrans retransmissions after which a path counts as unreachable
     * @param maxStreams streams asked for in each direction
     */
    public record Sctp(
            Duration rtoMax,
            Duration rtoMin,
            Duration rtoInitial,
            Duration heartbeatInterval,
            int pathMaxRetrans,
            int maxStreams) {}

    static final KeyGroup KEYS = new KeyGroup("hss", "Where to listen for Diameter peers");

    private static final int MAX_RTO_MILLIS = 600_000;
    private static final int MAX_PATH_RETRANS = 255;
    private static final int MAX_SCTP_STREAMS = 65_535;
    private static final Key<Transport> TRANSPORT = KEYS.key(
            "transport",
            Types.oneOf(Transport.class),
            "TCP",
            "TCP, SCTP or BOTH. SCTP needs a kernel that has it; with BOTH it is then left out with a warning.");
    private static final Key<List<String>> BIND_IP = KEYS.key(
            "bind_ip",
            Types.listOf(Types.HOST),
            "[127.0.0.1]",
            "Addresses to listen on, IPv4 and IPv6. By SCTP one listener has them all (multihoming), and peers are told them all as"
                    + " Host-IP-Address.");
    private static final Key<Integer> BIND_PORT =
            KEYS.key("bind_port", Types.LISTEN_PORT, "3868", "Port to listen on.");
    private static final Key<Integer> TLS_PORT = KEYS.key(
            "tls.bind_port",
            Types.LISTEN_PORT,
            "5658",
            "Port of the TLS listener; there is one if a certificate is given.");
    private static final Key<Path> TLS_CERTIFICATE =
            KEYS.optional("tls.certificate", Types.PATH, "PEM certificate chain of this HSS. Turns TLS on.");
    private static final Key<Path> TLS_KEY =
            KEYS.optional("tls.key", Types.PATH, "PEM private key of the certificate.");
    private static final Key<Path> TLS_TRUST = KEYS.optional(
            "tls.trust",
            Types.PATH,
            "PEM file of the authorities that sign peers. Default: those of the Java installation.");
    private static final Key<Boolean> TLS_REQUIRE = KEYS.key(
            "tls.require_client_certificate", Types.BOOLEAN, "true", "Whether a peer must present a certificate.");
    private static final Key<Boolean> TLS_VERIFY = KEYS.key(
            "tls.verify_origin_host",
            Types.BOOLEAN,
            "true",
            "Whether the certificate must name the peer's Origin-Host.");
    private static final Key<Duration> RTO_MAX =
            KEYS.key("sctp.rtoMax", millis(), "5000", "SCTP RTO.Max, milliseconds.");
    private static final Key<Duration> RTO_MIN =
            KEYS.key("sctp.rtoMin", millis(), "500", "SCTP RTO.Min, milliseconds.");
    private static final Key<Duration> RTO_INITIAL =
            KEYS.key("sctp.rtoInitial", millis(), "1000", "SCTP RTO.Initial, milliseconds.");

    private static final Key<Duration> HEARTBEAT = KEYS.key(
            "sctp.heartbeat_interval",
            millis(),
            "30000",
            "SCTP HB.interval, milliseconds: how often an idle path of a multihomed peer is probed.");
    private static final Key<Integer> PATH_MAX_RETRANS = KEYS.key(
            "sctp.path_max_retrans",
            Types.integer(1, MAX_PATH_RETRANS),
            "5",
            "SCTP Path.Max.Retrans: retransmissions after which a path counts as unreachable.");
    private static final Key<Integer> MAX_STREAMS = KEYS.key(
            "sctp.max_streams",
            Types.integer(1, MAX_SCTP_STREAMS),
            "32",
            "Most SCTP streams in each direction. All are read; jHSS itself sends unordered on stream 0 (RFC 6733 2.1.1).");

    static ListenConfig from(Values values, Paths paths) {
        if (values.get(BIND_IP).isEmpty()) {
            values.conflict(BIND_IP, "needs at least one address");
        }
        var certificate = values.find(TLS_CERTIFICATE);
        var key = values.find(TLS_KEY);
        if (certificate.isPresent() != key.isPresent()) {
            values.conflict(
                    certificate.isPresent() ? TLS_CERTIFICATE : TLS_KEY,
                    "hss.tls.certificate and hss.tls.key must be given together");
        }
        var tls = certificate.flatMap(c -> key.map(k -> new Tls(
                values.get(TLS_PORT),
                paths.resolve(c),
                paths.resolve(k),
                values.find(TLS_TRUST).map(paths::resolve),
                values.get(TLS_REQUIRE),
                values.get(TLS_VERIFY))));
        if (values.get(RTO_MIN).compareTo(values.get(RTO_MAX)) > 0) {
            values.conflict(RTO_MIN, "must not exceed hss.sctp.rtoMax");
        }
        var sctp = new Sctp(
                values.get(RTO_MAX),
                values.get(RTO_MIN),
                values.get(RTO_INITIAL),
                values.get(HEARTBEAT),
                values.get(PATH_MAX_RETRANS),
                values.get(MAX_STREAMS));
        return new ListenConfig(values.get(TRANSPORT), values.get(BIND_IP), values.get(BIND_PORT), tls, sctp);
    }

    private static ValueType<Duration> millis() {
        return Types.duration(ChronoUnit.MILLIS, 1, MAX_RTO_MILLIS);
    }
}
