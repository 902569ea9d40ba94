// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jhss.bench.bulk.BulkLoad;
import org.jhss.bench.bulk.Population;
import org.jhss.store.Store;
import org.jhss.store.secret.KeyVault;

/**
 * A whole system of real processes in a folder and on ports of its own, started as {@code ./jhss run ROLE} starts them. Closing it
 * stops every process by its id and deletes the folder; so does the end of this JVM, unless that is killed.
 */
public final class Rig implements AutoCloseable {

    private static final String HSS = "hss";
    private static final String DIAMETER = "diameter";
    private static final int SENTINELS = 3;
    private static final Duration AT_EXIT_LIMIT = Duration.ofSeconds(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final Path directory;
    private final Thread atExit = new Thread(this::endWithJvm, "stop-rig");
    private final List<Node> nodes = new ArrayList<>();
    private final List<RedisNode> redis = new ArrayList<>();
    private final List<RedisNode> sentinels = new ArrayList<>();
    private final List<Service> hss = new ArrayList<>();
    private final List<Service> diameter = new ArrayList<>();
    private final List<InetSocketAddress> addresses = new ArrayList<>();
    private final Population population;
    private final RigDatabase database;

    /** Starts what the services need. */
    private Rig(RigPlan plan) throws IOException, SQLException {
        directory = Files.createTempDirectory("jhss-rig");
        population = plan.population();
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            startRedis(plan.sentinel());
            database = database(plan);
            startServices(plan, configuration(plan));
        } catch (RuntimeException | IOException | SQLException e) {
            close();
            throw e;
        }
    }

    /** What a rig is to consist of. */
    public static RigBuilder builder() {
        return new RigBuilder();
    }

    static Rig start(RigPlan plan) {
        try {
            return new Rig(plan);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be made ready", e);
        }
    }

    /** The hss-service at {@code index}, 0 the first. */
    public Service hss(int index) {
        return hss.get(index);
    }

    /** The subscribers. */
    public Population population() {
        return population;
    }

    /** All hss-services. */
    public List<Service> hss() {
        return List.copyOf(hss);
    }

    /** The diameter-service at {@code index}, 0 the first. */
    public Service diameter(int index) {
        return diameter.get(index);
    }

    /** All diameter-services. */
    public List<Service> diameter() {
        return List.copyOf(diameter);
    }

    /** Where the diameter-service at {@code index} listens. */
    public InetSocketAddress diameterAddress(int index) {
        return addresses.get(index);
    }

    /** Where all diameter-services listen. */
    public List<InetSocketAddress> diameterAddresses() {
        return List.copyOf(addresses);
    }

    /** The Redis that was the master at the start. */
    public RedisNode redis() {
        return redis.getFirst();
    }

    /** The Redis at {@code index}: 0 the first master, 1 with Sentinels its first replica. */
    public RedisNode redis(int index) {
        return redis.get(index);
    }

    /** The Sentinels; none unless asked for. */
    public List<RedisNode> sentinels() {
        return List.copyOf(sentinels);
    }

    public RigDatabase database() {
        return database;
    }

    /** The rig's folder, with the processes' logs and the configuration. */
    public Path directory() {
        return directory;
    }

    /** Every process that is not a service of ours and not the database: Redis and its Sentinels. */
    public List<RedisNode> allRedis() {
        return Stream.concat(redis.stream(), sentinels.stream()).toList();
    }

    /** Stops all processes by SIGTERM, the last started first, kills those that do not, and deletes the folder. */
    @Override
    public void close() {
        nodes.reversed().forEach(node -> node.stop(STOP_LIMIT));
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException _) {
            // the JVM is ending and runs the hook itself
        }
        try {
            Folders.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void endWithJvm() {
        nodes.reversed().forEach(node -> node.stop(AT_EXIT_LIMIT));
        try {
            Folders.delete(directory);
        } catch (IOException _) {
            // It is a temporary folder, and there is nobody left to tell.
        }
    }

    private <T extends Node> T keep(T node) {
        nodes.add(node);
        return node;
    }

    private void startRedis(boolean withSentinels) {
        redis.add(keep(RedisNode.server("redis", directory)));
        if (withSentinels) {
            redis().awaitReady();
            redis.add(keep(RedisNode.replica("redis-2", directory, redis())));
            for (int i = 1; i <= SENTINELS; i++) {
                sentinels.add(keep(RedisNode.sentinel("sentinel-" + i, directory, redis())));
            }
        }
        allRedis().forEach(Node::awaitReady);
        if (withSentinels) {
            Patience.until(
                    "the Sentinels know each other and the replica",
                    STOP_LIMIT,
                    () -> sentinels.stream().allMatch(RedisNode::seesAll));
        }
    }

    private RigDatabase database(RigPlan plan) throws IOException, SQLException {
        var folder = plan.data().orElse(directory.resolve("database"));
        var loaded = folder.resolve("loaded");
        if (Files.isDirectory(folder) && !Files.exists(loaded)) {
            Folders.delete(folder);
        }
        Files.createDirectories(folder);
        RigDatabase made = switch (plan.database()) {
            case SQLITE -> new SqliteDatabase(folder.resolve("hss.db"));
            case POSTGRESQL -> ready(keep(PostgresServer.start(folder)));
            case MARIADB -> ready(keep(MariaDbServer.start(folder)));
        };
        try (var store = Store.open(made.settings(), KeyVault.disabled())) {
            store.migrator().migrate();
        }
        if (!Files.exists(loaded)) {
            try (var connection = made.connect()) {
                BulkLoad.load(connection, made.settings().type(), plan.population());
            }
            // What was loaded must not be on its way to the disk while requests are measured.
            Commands.run(folder, List.of("sync"));
            Files.createFile(loaded);
        }
        return made;
    }

    private static RigDatabase ready(DatabaseServer server) throws SQLException {
        server.awaitReady();
        var database = new ServerDatabase(server);
        database.create();
        return database;
    }

    private Path configuration(RigPlan plan) {
        var configuration = Configuration.shipped()
                .setAll("database", database.configuration())
                .set("metric.service_ports", Map.of())
                .set("hss.bind_ip", List.of(Ports.LOOPBACK))
                .set("redis.host", Ports.LOOPBACK)
                .set("redis.port", redis().port());
        if (plan.sentinel()) {
            configuration
                    .set("redis.connectionType", "sentinel")
                    .set("redis.sentinel.master", RedisNode.MASTER_NAME)
                    .set(
                            "redis.sentinel.nodes",
                            sentinels.stream()
                                    .map(node -> Ports.LOOPBACK + ":" + node.port())
                                    .toList());
        }
        plan.settings().forEach(configuration::set);
        return configuration.write(directory.resolve("config.yaml"));
    }

    private void startServices(RigPlan plan, Path configuration) {
        for (int i = 1; i <= plan.hssServices(); i++) {
            hss.add(keep(Service.start(name(HSS, i), HSS, directory, configuration, plan.environment())));
        }
        for (int i = 1; i <= plan.diameterServices(); i++) {
            int port = Ports.free();
            addresses.add(Ports.address(port));
            var environment = new HashMap<>(plan.environment());
            environment.put("HSS_BIND_PORT", Integer.toString(port));
            diameter.add(keep(Service.start(name(DIAMETER, i), DIAMETER, directory, configuration, environment)));
        }
        Stream.of(hss, diameter).flatMap(List::stream).forEach(Node::awaitReady);
    }

    private static String name(String role, int number) {
        return number == 1 ? role : role + "-" + number;
    }
}
