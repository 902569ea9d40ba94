// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jhss.platform.config.schema.Key;
import org.jhss.platform.config.schema.KeyGroup;
import org.jhss.platform.config.schema.SecretString;
import org.jhss.platform.config.schema.Types;
import org.jhss.platform.config.schema.Values;

/**
 * Section {@code redis}: how to reach Redis.
 *
 * @param connectionType which of the other values count
 * @param host host of a single server or of one cluster node
 * @param port its port
 * @param unixSocketPath the socket, for {@link ConnectionType#UNIX}
 * @param prefix what every key starts with, inside the braces of the cluster hash tag
 * @param username ACL user; empty for the default user
 * @param password its password; empty when Redis asks for none
 * @param database logical database, 0 in a cluster
 * @param tls encryption, when on
 * @param sentinel for {@link ConnectionType#SENTINEL}
 * @param cluster whether {@code host} is a node of a Redis Cluster
 * @param timeout longest wait for a command's reply
 * @param maxQueuedMessages messages in one queue from which on more are refused
 * @param maxQueuedBytes the same in octets
 */
public record RedisConfig(
        ConnectionType connectionType,
        String host,
        int port,
        Path unixSocketPath,
        String prefix,
        Optional<String> username,
        Optional<SecretString> password,
        int database,
        Optional<Tls> tls,
        Optional<Sentinel> sentinel,
        boolean cluster,
        Duration timeout,
        int maxQueuedMessages,
        int maxQueuedBytes) {

    /** Kinds of connection. */
    public enum ConnectionType {
        /** To {@code host} and {@code port}. */
        TCP,
        /** To {@code unixSocketPath}. */
        UNIX,
        /** To the master that the Sentinels name. */
        SENTINEL
    }

    /**
     * TLS towards Redis.
     *
     * @param trust PEM file of trusted authorities; empty for the JDK's own
     * @param certificate PEM client certificate, when Redis asks for one
     * @param key its PEM private key
     * @param verifyHost whether the certificate must name the host
     */
    public record Tls(Optional<Path> trust, Optional<Path> certificate, Optional<Path> key, boolean verifyHost) {}

    /**
     * Redis Sentinel.
     *
     * @param master the name of the monitored master
     * @param nodes Sentinels as host:port
     * @param password the Sentinels' own password
     */
    public record Sentinel(String master, List<HostAndPort> nodes, Optional<SecretString> password) {}

    static final KeyGroup KEYS = new KeyGroup("redis", "Redis, the queue between the services");

    private static final int MAX_DATABASE = 65535;
    private static final Key<ConnectionType> CONNECTION_TYPE = KEYS.key(
            "connectionType",
            Types.oneOf(ConnectionType.class),
            "tcp",
            "How to connect: tcp, unix (unixSocketPath) or sentinel (redis.sentinel).");
    private static final Key<Boolean> USE_UNIX_SOCKET = KEYS.key(
            "useUnixSocket", Types.BOOLEAN, "false", "The same as connectionType: unix, as PyHSS's code spells it.");
    private static final Key<Path> UNIX_SOCKET_PATH =
            KEYS.key("unixSocketPath", Types.PATH, "/var/run/redis/redis-server.sock", "The server's Unix socket.");
    private static final Key<String> HOST =
            KEYS.key("host", Types.HOST, "localhost", "Host name or address of the server.");
    private static final Key<Integer> PORT = KEYS.key("port", Types.PORT, "6379", "Port of the server.");
    private static final Key<String> PREFIX = KEYS.optional(
            "prefix",
            Types.scalar(
                    "a text without braces or spaces",
                    text -> text.isEmpty() || text.chars().anyMatch(c -> c == '{' || c == '}' || c <= ' ')
                            ? Optional.empty()
                            : Optional.of(text)),
            "First part of every Redis key, so that several HSSs can share a server. Default: hss.OriginHost.");
    private static final Key<String> USERNAME = KEYS.optional("username", Types.TEXT, "ACL user (Redis 6 and later).");
    private static final Key<SecretString> PASSWORD = KEYS.optional("password", Types.SECRET, "Password of the user.");
    private static final Key<Integer> DATABASE =
            KEYS.key("database", Types.integer(0, MAX_DATABASE), "0", "Logical database number.");
    private static final Key<Duration> TIMEOUT = KEYS.key(
            "timeout",
            Types.duration(ChronoUnit.MILLIS, 100, 60_000),
            "2000",
            "Longest wait for a reply, in milliseconds.");
    private static final Key<Integer> QUEUED_MESSAGES = KEYS.key(
            "max_queued_messages",
            Types.integer(1, 10_000_000),
            "100000",
            "Most messages in one queue; further requests are answered 3004 (TOO_BUSY).");
    private static final Key<Integer> QUEUED_BYTES =
            KEYS.key("max_queued_bytes", Types.integer(1 << 20, Integer.MAX_VALUE), "134217728", "The same in octets.");
    private static final Key<Boolean> CLUSTER =
            KEYS.key("cluster", Types.BOOLEAN, "false", "Whether host is a node of a Redis Cluster.");
    private static final Key<Boolean> TLS_ENABLED =
            KEYS.key("tls.enabled", Types.BOOLEAN, "false", "Whether to encrypt.");
    private static final Key<Path> TLS_TRUST = KEYS.optional(
            "tls.trust", Types.PATH, "PEM file of trusted authorities. Default: those of the Java installation.");
    private static final Key<Path> TLS_CERTIFICATE =
            KEYS.optional("tls.certificate", Types.PATH, "PEM client certificate, if the server asks for one.");
    private static final Key<Path> TLS_KEY =
            KEYS.optional("tls.key", Types.PATH, "PEM private key of the client certificate.");
    private static final Key<Boolean> TLS_VERIFY_HOST =
            KEYS.key("tls.verify_host", Types.BOOLEAN, "true", "Whether the certificate must name the host.");
    private static final Key<String> SENTINEL_MASTER =
            KEYS.key("sentinel.master", Types.TEXT, "mymaster", "Name of the master that the Sentinels watch.");
    private static final Key<List<HostAndPort>> SENTINEL_NODES = KEYS.key(
            "sentinel.nodes", Types.listOf(HostAndPort.TYPE), "[]", "The Sentinels, each host:port (port 26379).");
    private static final Key<SecretString> SENTINEL_PASSWORD =
            KEYS.optional("sentinel.password", Types.SECRET, "Password of the Sentinels themselves.");

    static RedisConfig from(Values values, Paths paths, String originHost) {
        var type = values.get(CONNECTION_TYPE);
        if (values.get(USE_UNIX_SOCKET)) {
            type = ConnectionType.UNIX;
        }
        if (type == ConnectionType.SENTINEL && values.get(SENTINEL_NODES).isEmpty()) {
            values.conflict(CONNECTION_TYPE, "sentinel needs redis.sentinel.nodes, a list of host:port");
        }
        if (type != ConnectionType.TCP && values.get(CLUSTER)) {
            values.conflict(CLUSTER, "a cluster needs redis.connectionType: tcp");
        }
        if (values.get(CLUSTER) && values.get(DATABASE) != 0) {
            values.conflict(DATABASE, "a Redis Cluster has only database 0");
        }
        if (values.find(TLS_CERTIFICATE).isPresent() != values.find(TLS_KEY).isPresent()) {
            values.conflict(TLS_CERTIFICATE, "redis.tls.certificate and redis.tls.key must be given together");
        }
        var sentinel =
                new Sentinel(values.get(SENTINEL_MASTER), values.get(SENTINEL_NODES), values.find(SENTINEL_PASSWORD));
        var tls = new Tls(
                values.find(TLS_TRUST).map(paths::resolve),
                values.find(TLS_CERTIFICATE).map(paths::resolve),
                values.find(TLS_KEY).map(paths::resolve),
                values.get(TLS_VERIFY_HOST));
        return new RedisConfig(
                type,
                values.get(HOST),
                values.get(PORT),
                paths.resolve(values.get(UNIX_SOCKET_PATH)),
                values.find(PREFIX).orElse(originHost),
                values.find(USERNAME).filter(name -> !name.isEmpty()),
                values.find(PASSWORD).filter(password -> !password.isEmpty()),
                values.get(DATABASE),
                values.get(TLS_ENABLED) ? Optional.of(tls) : Optional.empty(),
                type == ConnectionType.SENTINEL ? Optional.of(sentinel) : Optional.empty(),
                values.get(CLUSTER),
                values.get(TIMEOUT),
                values.get(QUEUED_MESSAGES),
                values.get(QUEUED_BYTES));
    }
}
