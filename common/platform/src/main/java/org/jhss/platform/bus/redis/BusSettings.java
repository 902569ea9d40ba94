// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus.redis;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jhss.platform.config.RedisConfig;
import org.jhss.platform.config.schema.SecretString;

/**
 * Where Redis is and how the bus uses it.
 *
 * @param prefix first part of every key, between braces, so that all keys of the bus share one cluster slot; not empty
 * @param server the address
 * @param credentials how to log in
 * @param database logical database, 0 to 15 usually; 0 with Cluster
 * @param tls TLS, or empty for plain text
 * @param limits time-outs and bounds
 */
public record BusSettings(
        String prefix, Server server, Credentials credentials, int database, Optional<Tls> tls, Limits limits) {

    /**
     * @throws IllegalArgumentException when the prefix is empty or holds a brace, or the database is negative
     */
    public BusSettings {
        if (prefix.isEmpty() || prefix.indexOf('{') >= 0 || prefix.indexOf('}') >= 0) {
            throw new IllegalArgumentException("a key prefix is not empty and holds no braces");
        }
        if (database < 0) {
            throw new IllegalArgumentException("a database number is not negative");
        }
    }

    /** Plain text, no log-in, database 0, default limits. */
    public static BusSettings of(String prefix, Server server) {
        return new BusSettings(prefix, server, Credentials.NONE, 0, Optional.empty(), Limits.DEFAULT);
    }

    /** As configured. */
    public static BusSettings from(RedisConfig config) {
        var credentials = new Credentials(config.username().orElse(""), config.password());
        var tls = config.tls().map(BusSettings::tls);
        var limits = Limits.DEFAULT
                .withCommandTimeout(config.timeout())
                .withMaxBacklog(config.maxQueuedMessages(), config.maxQueuedBytes());
        return new BusSettings(config.prefix(), server(config), credentials, config.database(), tls, limits);
    }

    private static Server server(RedisConfig config) {
        if (config.cluster()) {
            return new Server.Cluster(List.of(new Node(config.host(), config.port())));
        }
        var standalone = new Server.Standalone(config.host(), config.port());
        return switch (config.connectionType()) {
            case TCP -> standalone;
            case UNIX -> new Server.UnixSocket(config.unixSocketPath());
            case SENTINEL ->
                config.sentinel()
                        .<Server>map(sentinel -> new Server.Sentinel(
                                sentinel.master(),
                                sentinel.nodes().stream()
                                        .map(node -> new Node(node.host(), node.port()))
                                        .toList(),
                                sentinel.password()))
                        .orElse(standalone);
        };
    }

    private static Tls tls(RedisConfig.Tls configured) {
        var identity = configured
                .certificate()
                .flatMap(certificate -> configured.key().map(key -> new Identity(certificate, key)));
        return new Tls(configured.trust(), identity, configured.verifyHost());
    }

    /** The same with other limits. */
    public BusSettings withLimits(Limits other) {
        return new BusSettings(prefix, server, credentials, database, tls, other);
    }

    /** The same with other credentials. */
    public BusSettings withCredentials(Credentials other) {
        return new BusSettings(prefix, server, other, database, tls, limits);
    }

    /** The same with another database. */
    public BusSettings withDatabase(int other) {
        return new BusSettings(prefix, server, credentials, other, tls, limits);
    }

    /** The same over TLS. */
    public BusSettings withTls(Tls other) {
        return new BusSettings(prefix, server, credentials, database, Optional.of(other), limits);
    }

    /** Where Redis listens. */
    public sealed interface Server {

        /** One server, by TCP. */
        record Standalone(String host, int port) implements Server {}

        /** One server on this machine. */
        record UnixSocket(Path path) implements Server {}

        /**
         * The master that Sentinels elect.
         *
         * @param master its name among the Sentinels
         * @param nodes the Sentinels
         * @param password the Sentinels' own password, or none
         */
        record Sentinel(String master, List<Node> nodes, Optional<SecretString> password) implements Server {
            public Sentinel {
                nodes = List.copyOf(nodes);
            }
        }

        /** A cluster, by some of its nodes. */
        record Cluster(List<Node> nodes) implements Server {
            public Cluster {
                nodes = List.copyOf(nodes);
            }
        }
    }

    /** One address. */
    public record Node(String host, int port) {}

    /**
     * How to log in; an empty user name means the default user.
     *
     * @param username ACL user name, or ""
     * @param password the password, or none
     */
    public record Credentials(String username, Optional<SecretString> password) {
        public static final Credentials NONE = new Credentials("", Optional.empty());

        /** The default user's password ({@code requirepass}). */
        public static Credentials password(String password) {
            return new Credentials("", Optional.of(new SecretString(password)));
        }

        /** An ACL user. */
        public static Credentials user(String username, String password) {
            return new Credentials(username, Optional.of(new SecretString(password)));
        }
    }

    /**
     * TLS towards Redis.
     *
     * @param trust PEM file of the authorities to trust; empty for the platform's
     * @param identity our own certificate, when Redis asks for one
     * @param verifyHost whether the certificate must name the host; its chain is checked in any case
     */
    public record Tls(Optional<Path> trust, Optional<Identity> identity, boolean verifyHost) {}

    /** Our own certificate chain and its key (PKCS #8), as PEM files. */
    public record Identity(Path certificate, Path key) {}

    /**
     * Time-outs and bounds.
     *
     * @param connectTimeout for one connection attempt
     * @param commandTimeout after which a command that does not block counts as failed and Redis as unavailable
     * @param maxWait longest single blocking read
     * @param maxFrameMessages messages in one frame
     * @param maxFrameBytes size at which a frame is closed; one larger message still passes, alone
     * @param maxBufferedBytes what one producer holds that Redis has not confirmed
     * @param maxBacklogMessages estimated messages in a stream from which on more are refused
     * @param maxBacklogBytes the same in octets
     */
    public record Limits(
            Duration connectTimeout,
            Duration commandTimeout,
            Duration maxWait,
            int maxFrameMessages,
            int maxFrameBytes,
            long maxBufferedBytes,
            long maxBacklogMessages,
            long maxBacklogBytes) {

        public static final Limits DEFAULT = new Limits(
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                256,
                1 << 18,
                16L << 20,
                100_000,
                128L << 20);

        /** The same with another backlog bound in messages. */
        public Limits withMaxBacklogMessages(long messages) {
            return withMaxBacklog(messages, maxBacklogBytes);
        }

        /** The same with other backlog bounds. */
        public Limits withMaxBacklog(long messages, long octets) {
            return new Limits(
                    connectTimeout,
                    commandTimeout,
                    maxWait,
                    maxFrameMessages,
                    maxFrameBytes,
                    maxBufferedBytes,
                    messages,
                    octets);
        }

        /** The same with another command time-out. */
        public Limits withCommandTimeout(Duration timeout) {
            return new Limits(
                    connectTimeout,
                    timeout,
                    maxWait,
                    maxFrameMessages,
                    maxFrameBytes,
                    maxBufferedBytes,
                    maxBacklogMessages,
                    maxBacklogBytes);
        }
    }
}
