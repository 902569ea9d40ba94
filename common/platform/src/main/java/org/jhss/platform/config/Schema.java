// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jhss.platform.config.schema.Key;
import org.jhss.platform.config.schema.KeyGroup;
import org.jhss.platform.config.schema.Obsolete;
import org.jhss.platform.config.schema.Values;

/** All keys there are. */
final class Schema {

    /** The groups in the order of {@code config.yaml}. */
    static final List<KeyGroup> GROUPS = Stream.of(
                    HssConfig.KEYS,
                    ApiConfig.KEYS,
                    List.of(
                            MetricConfig.KEYS,
                            BenchmarkingConfig.KEYS,
                            EirConfig.KEYS,
                            LoggingConfig.KEYS,
                            DatabaseConfig.POOL_KEYS,
                            DatabaseConfig.KEYS,
                            NotificationConfig.WEBHOOKS.group,
                            NotificationConfig.OCS.group,
                            GeoredConfig.KEYS,
                            RedisConfig.KEYS,
                            InfluxConfig.KEYS,
                            OperationLogConfig.KEYS))
            .flatMap(List::stream)
            .toList();

    private static final String PYHSS_1 = "a setting of PyHSS 1.x that has no meaning here";

    /** Keys of PyHSS, past and present, that have no meaning here. */
    static final List<Obsolete> OBSOLETE = List.of(
            new Obsolete(
                    "hss.use_external_socket_service",
                    "the Diameter connections always belong to the diameter service"),
            new Obsolete("hss.diameter_peer_key", "the peer registry's keys follow redis.prefix"),
            new Obsolete("hss.diameter_service_workers", "the diameter service sizes itself"),
            new Obsolete("hss.enable_benchmarking", "timings are always in the metrics"),
            new Obsolete("hss.SLh_enabled", "SLh is always offered"),
            new Obsolete("hss.test_sub_imsi", PYHSS_1),
            new Obsolete("hss.Insert_Subscriber_Data_Force", PYHSS_1),
            new Obsolete("hss.Default_iFC", "the initial filter criteria come from each IMS subscriber's ifc_path"),
            new Obsolete("logging.log_to_terminal", "services always log to standard output"),
            new Obsolete(
                    "logging.sqlalchemy_sql_echo",
                    "SQL is never logged by jHSS, as it carries keys and identities; the database's own log can show it"),
            new Obsolete("database.readCacheEnabled", "there is no read cache that could be stale"),
            new Obsolete("database.cacheReadInterval", "there is no read cache that could be stale"),
            new Obsolete(
                    "redis.additionalPeers",
                    "PyHSS never used it; for several servers see redis.sentinel, redis.cluster"),
            new Obsolete("redis.enabled", "Redis is always used"),
            new Obsolete("redis.clear_stats_on_boot", PYHSS_1),
            new Obsolete("prometheus", "the endpoint is configured by metric.bind_ip and metric.bind_port"),
            new Obsolete("external", "webhooks are configured by section webhooks"),
            new Obsolete("snmp", "there is no SNMP agent; see the Prometheus metrics"));

    private Schema() {}

    /** All keys, in order. */
    static List<Key<?>> keys() {
        List<Key<?>> keys = new ArrayList<>();
        GROUPS.forEach(group -> keys.addAll(group.keys()));
        return keys;
    }

    /** All paths that mean something, aliases too. */
    static List<String> paths() {
        return keys().stream()
                .flatMap(key -> Stream.concat(Stream.of(key.path()), key.aliases().stream()))
                .toList();
    }

    /** The configuration that {@code values} make. */
    static JhssConfig make(Values values, Paths paths) {
        var hss = HssConfig.from(values, paths);
        return new JhssConfig(
                hss,
                ApiConfig.from(values, paths),
                MetricConfig.from(values),
                BenchmarkingConfig.from(values),
                EirConfig.from(values, paths),
                LoggingConfig.from(values, paths),
                DatabaseConfig.from(values, paths),
                NotificationConfig.WEBHOOKS.from(values),
                NotificationConfig.OCS.from(values),
                GeoredConfig.from(values),
                RedisConfig.from(values, paths, hss.identity().originHost().value()),
                InfluxConfig.from(values),
                OperationLogConfig.from(values),
                paths.base());
    }
}
