// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import org.jhss.platform.config.schema.Key;
import org.jhss.platform.config.schema.KeyGroup;
import org.jhss.platform.config.schema.SecretString;
import org.jhss.platform.config.schema.Types;
import org.jhss.platform.config.schema.Values;

/**
 * Section {@code influxdb}: events to an InfluxDB.
 *
 * @param enabled whether events are sent
 * @param host server
 * @param port its port
 * @param username user
 * @param password its password
 * @param database database name
 */
public record InfluxConfig(
        boolean enabled, String host, int port, String username, SecretString password, String database) {

    static final KeyGroup KEYS = new KeyGroup("influxdb", "Events to InfluxDB");

    private static final Key<Boolean> ENABLED =
            KEYS.key("enabled", Types.BOOLEAN, "false", "Whether events are sent to InfluxDB.");
    private static final Key<String> HOST = KEYS.key("host", Types.HOST, "127.0.0.1", "Host of InfluxDB.");
    private static final Key<Integer> PORT = KEYS.key("port", Types.PORT, "8086", "Port of InfluxDB.");
    private static final Key<String> USERNAME = KEYS.key("username", Types.TEXT, "", "User of InfluxDB.");
    private static final Key<SecretString> PASSWORD = KEYS.key("password", Types.SECRET, "", "Password of the user.");
    private static final Key<String> DATABASE = KEYS.key("database", Types.TEXT, "", "Database in InfluxDB.");

    static InfluxConfig from(Values values) {
        return new InfluxConfig(
                values.get(ENABLED),
                values.get(HOST),
                values.get(PORT),
                values.get(USERNAME),
                values.get(PASSWORD),
                values.get(DATABASE));
    }
}
