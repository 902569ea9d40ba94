// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import org.jhss.platform.config.DatabaseConfig;
import org.jhss.store.database.DatabaseSettings;
import org.jhss.store.database.DatabaseType;
import org.jhss.store.secret.KeyVault;
import org.jhss.store.secret.SecretKey;

/** From section {@code database} of the configuration to what the store takes. */
final class StoreConfig {

    private static final String FILE_PREFIX = "file:";
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private StoreConfig() {}

    static DatabaseSettings settings(DatabaseConfig config) {
        var type = switch (config.type()) {
            case SQLITE -> DatabaseType.SQLITE;
            case POSTGRESQL -> DatabaseType.POSTGRESQL;
            case MYSQL, MARIADB -> DatabaseType.MYSQL;
        };
        var server = config.port().isPresent()
                ? config.server() + ":" + config.port().getAsInt()
                : config.server();
        return new DatabaseSettings(
                type,
                type == DatabaseType.SQLITE ? "" : server,
                config.database(),
                config.username(),
                config.password().reveal(),
                config.pool().size(),
                config.pool().maxLifetime(),
                PATIENCE);
    }

    static KeyVault vault(DatabaseConfig.Encryption config) {
        var keys = new HashMap<String, SecretKey>();
        config.keys().forEach((id, material) -> keys.put(id, key(id, material.reveal())));
        return config.activeKey().map(id -> KeyVault.of(id, keys)).orElseGet(() -> KeyVault.openingOnly(keys));
    }

    private static SecretKey key(String id, String material) {
        try {
            var base64 = material.startsWith(FILE_PREFIX)
                    ? Files.readString(Path.of(material.substring(FILE_PREFIX.length())))
                    : material;
            return SecretKey.of(Base64.getDecoder().decode(base64.strip()));
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read the file of database.encryption.keys." + id, e);
        } catch (IllegalArgumentException e) {
            // Without the cause, whose message quotes a character of the key.
            throw new IllegalArgumentException("database.encryption.keys." + id + " is not base64");
        }
    }
}
