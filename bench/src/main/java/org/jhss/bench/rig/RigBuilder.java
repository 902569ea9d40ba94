// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.rig;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jhss.bench.bulk.Population;

/** What a rig is to consist of. Left alone: SQLite in a new file with 1,000 subscribers, one service of each role, one Redis. */
public final class RigBuilder {

    private static final long DEFAULT_SUBSCRIBERS = 1_000;
    private static final long KEPT_FROM = 100_000;

    private DatabaseKind database = DatabaseKind.SQLITE;
    private Population population = Population.of(DEFAULT_SUBSCRIBERS);
    private int hssServices = 1;
    private int diameterServices = 1;
    private boolean sentinel;
    private Optional<Path> data = Optional.empty();
    private final Map<String, Object> settings = new LinkedHashMap<>();
    private final Map<String, String> environment = new LinkedHashMap<>();

    RigBuilder() {}

    public RigBuilder database(DatabaseKind kind) {
        database = kind;
        return this;
    }

    /** How many hss-services, 0 or more. */
    public RigBuilder hssServices(int count) {
        hssServices = count;
        return this;
    }

    /** How many diameter-services, 0 or more, each on a port of its own. */
    public RigBuilder diameterServices(int count) {
        diameterServices = count;
        return this;
    }

    /** A second Redis that follows the first, and three Sentinels that fail over to it. */
    public RigBuilder sentinel() {
        sentinel = true;
        return this;
    }

    /** How many subscribers, as {@link Population#of} numbers them. */
    public RigBuilder subscribers(long count) {
        population = Population.of(count);
        return this;
    }

    /**
     * A configuration key beside or instead of the shipped one.
     *
     * @param path such as {@code hss.workers}
     * @param value a text, number, truth value, list or map
     */
    public RigBuilder config(String path, Object value) {
        settings.put(path, value);
        return this;
    }

    /** An environment variable of all services, such as {@code JHSS_HSS_HEAP}. */
    public RigBuilder environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /**
     * Keeps the database in {@code folder} and takes what an earlier rig left there, changed as its requests changed it. A folder whose
     * loading was not finished is loaded anew. For one rig at a time.
     */
    public RigBuilder data(Path folder) {
        data = Optional.of(folder);
        return this;
    }

    /** Keeps a database of 100,000 subscribers and more loaded for later rigs, see {@link #data}. */
    public RigBuilder keepLarge() {
        if (population.count() >= KEPT_FROM) {
            data(Home.cache().resolve("data-" + database.configName() + "-" + population.count()));
        }
        return this;
    }

    /**
     * Starts everything, loads the subscribers, and waits until all services are ready.
     *
     * @throws IllegalStateException when something does not start; what had started is stopped again
     */
    public Rig start() {
        return Rig.start(new RigPlan(
                database, population, hssServices, diameterServices, sentinel, data, settings, environment));
    }
}
