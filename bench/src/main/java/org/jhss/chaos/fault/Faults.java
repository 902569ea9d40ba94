// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.chaos.fault;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jhss.bench.rig.DatabaseKind;
import org.jhss.bench.rig.Rig;
import org.jhss.bench.rig.RigBuilder;
import org.jhss.chaos.Scenario;

/** The faults. */
public final class Faults {

    private static final Duration DOWN = Duration.ofSeconds(1);
    private static final Duration LOCKED = Duration.ofSeconds(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    public static final Scenario HSS_KILL = scenario(
            "hss-kill",
            "kill -9 of one of two hss-services",
            () -> Rig.builder().hssServices(2),
            rig -> rig.hss(1).kill9(),
            Rule::noConnectionEnds);

    public static final Scenario DIAMETER_KILL = scenario(
            "diameter-kill",
            "kill -9 of one of two diameter-services",
            () -> Rig.builder().diameterServices(2),
            rig -> rig.diameter(1).kill9());

    public static final Scenario REDIS_RESTART = scenario(
            "redis-restart",
            "kill -9 of Redis, started again after 1 s",
            Rig::builder,
            rig -> {
                rig.redis().kill9();
                Disturbance.last(DOWN);
                rig.redis().restart();
            },
            Rule::noConnectionEnds);

    public static final Scenario REDIS_FAILOVER = scenario(
            "redis-failover",
            "kill -9 of the Redis master; Sentinel fails over",
            () -> Rig.builder().sentinel(),
            rig -> rig.redis().kill9(),
            Rule::noConnectionEnds);

    public static final Scenario POSTGRES_RESTART = databaseRestart("postgresql", DatabaseKind.POSTGRESQL);

    public static final Scenario MARIADB_RESTART = databaseRestart("mariadb", DatabaseKind.MARIADB);

    public static final Scenario SQLITE_LOCKED = scenario(
            "sqlite-locked",
            "SQLite's write lock held by another process for 2 s",
            Rig::builder,
            Faults::lock,
            Rule::noConnectionEnds);

    public static final Scenario HSS_STOP = scenario(
            "hss-stop",
            "SIGTERM to one of two hss-services",
            () -> Rig.builder().hssServices(2),
            rig -> {
                rig.hss(1).terminate();
                requireCleanEnd(rig.hss(1).awaitEnd(STOP_LIMIT));
            },
            Rule::noConnectionEnds);

    public static final Scenario DIAMETER_STOP = scenario(
            "diameter-stop",
            "SIGTERM to one of two diameter-services",
            () -> Rig.builder().diameterServices(2),
            rig -> {
                rig.diameter(1).terminate();
                requireCleanEnd(rig.diameter(1).awaitEnd(STOP_LIMIT));
            },
            Rule::noConnectionEnds,
            Rule::peersAreSentAway);

    /** All of them. */
    public static final List<Scenario> ALL = List.of(
            HSS_KILL,
            DIAMETER_KILL,
            REDIS_RESTART,
            REDIS_FAILOVER,
            POSTGRES_RESTART,
            MARIADB_RESTART,
            SQLITE_LOCKED,
            HSS_STOP,
            DIAMETER_STOP);

    private Faults() {}

    private static Scenario scenario(
            String name, String what, Supplier<RigBuilder> system, Disturbance fault, Rule... rules) {
        return new FaultScenario(name, what, system, fault, List.of(rules));
    }

    private static Scenario databaseRestart(String name, DatabaseKind kind) {
        return scenario(
                name + "-restart",
                "kill -9 of " + name + ", started again after 1 s",
                () -> Rig.builder().database(kind),
                rig -> {
                    rig.database().server().kill9();
                    Disturbance.last(DOWN);
                    rig.database().server().restart();
                },
                Rule::noConnectionEnds);
    }

    private static void lock(Rig rig) throws Exception {
        try (var connection = rig.database().connect();
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 10000");
            statement.execute("BEGIN IMMEDIATE");
            Disturbance.last(LOCKED);
            statement.execute("ROLLBACK");
        }
    }

    private static void requireCleanEnd(int exitCode) {
        if (exitCode != 0) {
            throw new IllegalStateException("it ended with " + exitCode);
        }
    }
}
