// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import java.nio.file.Path;

/**
 * The whole configuration: one record per section of {@code config.yaml}.
 *
 * @param home absolute directory that relative paths were resolved against
 */
public record JhssConfig(
        HssConfig hss,
        ApiConfig api,
        MetricConfig metric,
        BenchmarkingConfig benchmarking,
        EirConfig eir,
        LoggingConfig logging,
        DatabaseConfig database,
        NotificationConfig webhooks,
        NotificationConfig ocs,
        GeoredConfig geored,
        RedisConfig redis,
        InfluxConfig influxdb,
        OperationLogConfig operationLog,
        Path home) {}
