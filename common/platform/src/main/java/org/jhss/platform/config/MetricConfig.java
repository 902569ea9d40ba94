// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import java.util.Map;
import org.jhss.platform.config.schema.Key;
import org.jhss.platform.config.schema.KeyGroup;
import org.jhss.platform.config.schema.Types;
import org.jhss.platform.config.schema.Values;

/**
 * Section {@code metric}: Prometheus.
 *
 * @param bindIp address of the common endpoint
 * @param bindPort port of the common endpoint
 * @param serviceBindIp address of each service's own endpoint
 * @param servicePorts port of each service's own endpoint by role; 0 takes any free one
 */
public record MetricConfig(String bindIp, int bindPort, String serviceBindIp, Map<String, Integer> servicePorts) {

    static final KeyGroup KEYS = new KeyGroup("metric", "Prometheus metrics and health");

    private static final Key<String> BIND_IP =
            KEYS.key("bind_ip", Types.HOST, "127.0.0.1", "Address of the common Prometheus endpoint.");
    private static final Key<Integer> BIND_PORT =
            KEYS.key("bind_port", Types.LISTEN_PORT, "9191", "Port of the common Prometheus endpoint.");
    private static final Key<String> SERVICE_BIND_IP = KEYS.key(
            "service_bind_ip",
            Types.HOST,
            "127.0.0.1",
            "Address of each service's own endpoint (/metrics, /health/live, /health/ready).");
    private static final Key<Map<String, Integer>> SERVICE_PORTS = KEYS.key(
            "service_ports",
            Types.mapOf(Types.LISTEN_PORT),
            "{diameter: 9192, hss: 9193, geored: 9194, api: 9195}",
            "Port of each service's own endpoint by role; 0, or a role not named, takes any free port. A second instance on"
                    + " the same machine takes any free port too.");

    static MetricConfig from(Values values) {
        return new MetricConfig(
                values.get(BIND_IP), values.get(BIND_PORT), values.get(SERVICE_BIND_IP), values.get(SERVICE_PORTS));
    }
}
