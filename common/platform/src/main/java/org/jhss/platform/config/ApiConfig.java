// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import org.jhss.platform.config.schema.Key;
import org.jhss.platform.config.schema.KeyGroup;
import org.jhss.platform.config.schema.Types;
import org.jhss.platform.config.schema.Values;

/**
 * Section {@code api}: the REST interface.
 *
 * @param bindIp address to listen on
 * @param bindPort port to listen on
 * @param pageSize rows of a list when the client names no number
 * @param insecureAuc whether AuC answers show Ki and OPc
 */
public record ApiConfig(String bindIp, int bindPort, int pageSize, boolean insecureAuc) {

    static final KeyGroup KEYS = new KeyGroup("api", "REST interface for provisioning and operation");

    private static final int MAX_PAGE = 10_000;
    private static final Key<String> BIND_IP =
            KEYS.key("bind_ip", Types.HOST, "127.0.0.1", "Address that the REST interface listens on.");
    private static final Key<Integer> BIND_PORT =
            KEYS.key("bind_port", Types.LISTEN_PORT, "8080", "Port that the REST interface listens on.");
    private static final Key<Integer> PAGE_SIZE =
            KEYS.key("page_size", Types.integer(1, MAX_PAGE), "100", "Rows of a list when the client names no number.");
    private static final Key<Boolean> INSECURE_AUC = KEYS.key(
            "enable_insecure_auc", Types.BOOLEAN, "false", "Whether AuC answers show Ki and OPc. Leave it off.");

    static ApiConfig from(Values values) {
        return new ApiConfig(
                values.get(BIND_IP), values.get(BIND_PORT), values.get(PAGE_SIZE), values.get(INSECURE_AUC));
    }
}
