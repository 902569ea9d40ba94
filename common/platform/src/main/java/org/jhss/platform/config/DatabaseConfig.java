// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jhss.platform.config.schema.Key;
import org.jhss.platform.config.schema.KeyGroup;
import org.jhss.platform.config.schema.SecretString;
import org.jhss.platform.config.schema.Types;
import org.jhss.platform.config.schema.Values;

/**
 * Section {@code database}, with the pool settings that PyHSS keeps under {@code logging.sqlalchemy_*}.
 *
 * @param type which product
 * @param database name of the database; the file's path for SQLite
 * @param server host name or address, not used for SQLite
 * @param port port, the product's own when absent
 * @param username user, not used for SQLite
 * @param password its password
 * @param pool connection pool
 * @param encryption encryption of Ki and OPc at rest
 */
public record DatabaseConfig(
        Type type,
        String database,
        String server,
        OptionalInt port,
        String username,
        SecretString password,
        Pool pool,
        Encryption encryption) {

    /** Database products. */
    public enum Type {
        /** A file. */
        SQLITE,
        /** PostgreSQL. */
        POSTGRESQL,
        /** MySQL and MariaDB, as PyHSS calls both. */
        MYSQL,
        /** MariaDB by name. */
        MARIADB
    }

    /**
     * Connection pool.
     *
     * @param size most connections of one service
     * @param maxLifetime age at which an idle connection is replaced
     */
    public record Pool(int size, Duration maxLifetime) {}

    /**
     * Encryption of Ki and OPc at rest.
     *
     * @param activeKey id of the key that new values are encrypted with; empty leaves them in plain text as PyHSS does
     * @param keys key material by id: base64 of 32 octets, or {@code file:PATH} of a file that holds it
     */
    public record Encryption(Optional<String> activeKey, Map<String, SecretString> keys) {}

    static final KeyGroup KEYS = new KeyGroup("database", "SQL database");

    /** PyHSS keeps the pool's settings in section logging. */
    static final KeyGroup POOL_KEYS = new KeyGroup("logging", "SQL connection pool (PyHSS's place for it)");

    private static final int MAX_POOL = 1000;
    private static final Key<Type> TYPE = KEYS.key(
            "db_type",
            Types.scalar(
                    "one of sqlite, postgresql, mysql, mariadb (jHSS has no schema for Oracle and SQL Server)",
                    DatabaseConfig::type),
            "sqlite",
            "sqlite, postgresql, mysql or mariadb.",
            List.of("DATABASE_TYPE"));
    private static final Key<String> DATABASE = KEYS.key(
            "database",
            Types.TEXT,
            "var/hss.db",
            "Name of the database. For SQLite the file; a relative one is looked up from JHSS_HOME if set, else from the"
                    + " directory of this file.",
            List.of("DATABASE_NAME"));
    private static final Key<String> SERVER =
            KEYS.key("server", Types.HOST, "127.0.0.1", "Host name or address of the database server.");
    private static final Key<Integer> PORT =
            KEYS.optional("port", Types.PORT, "Port of the database server. Default: the product's own.");
    private static final Key<String> USERNAME = KEYS.key("username", Types.TEXT, "jhss", "User of the database.");
    private static final Key<SecretString> PASSWORD = KEYS.key("password", Types.SECRET, "", "Password of the user.");
    private static final Key<String> ACTIVE_KEY = KEYS.optional(
            "encryption.active_key",
            Types.TEXT,
            "Id of the key that Ki and OPc are encrypted with (AES-256-GCM). Without it they are stored as PyHSS does, in plain"
                    + " text.",
            List.of(),
            List.of("hss.database_encryption.active_key"));
    private static final Key<Map<String, SecretString>> KEY_MATERIAL = KEYS.key(
            "encryption.keys",
            Types.mapOf(Types.SECRET),
            "{}",
            "Keys by id, each base64 of 32 octets or file:PATH of a file that holds it. Keep old ones until all rows are"
                    + " encrypted anew.",
            List.of(),
            List.of("hss.database_encryption.keys"));
    private static final Key<Duration> RECYCLE = POOL_KEYS.key(
            "sqlalchemy_pool_recycle",
            Types.seconds(-1, 86_400),
            "5",
            "Age at which an idle database connection is replaced, in seconds (30 at least are used).");
    private static final Key<Integer> POOL_SIZE = POOL_KEYS.key(
            "sqlalchemy_pool_size", Types.integer(1, MAX_POOL), "30", "Most database connections of one service.");
    private static final Key<Integer> OVERFLOW = POOL_KEYS.key(
            "sqlalchemy_max_overflow",
            Types.integer(0, MAX_POOL),
            "0",
            "Connections beyond the pool size, added to it.");

    static DatabaseConfig from(Values values, Paths paths) {
        var type = values.get(TYPE);
        var name = values.get(DATABASE);
        var activeKey = values.find(ACTIVE_KEY);
        var keys = values.get(KEY_MATERIAL);
        activeKey
                .filter(id -> !keys.containsKey(id))
                .ifPresent(id -> values.conflict(ACTIVE_KEY, "no key \"" + id + "\" under database.encryption.keys"));
        if (type != Type.SQLITE && !values.isGiven(DATABASE)) {
            values.conflict(TYPE, "needs database.database, the name of the database on the server");
        }
        if (type == Type.SQLITE && isSpecial(name)) {
            values.conflict(
                    DATABASE,
                    "found \"" + name
                            + "\"; expected the path of a file: several services share the database, and SQLite's"
                            + " special names are refused");
        }
        var port = values.find(PORT);
        return new DatabaseConfig(
                type,
                type == Type.SQLITE && !isSpecial(name)
                        ? paths.resolve(Path.of(name)).toString()
                        : name,
                values.get(SERVER),
                port.isPresent() ? OptionalInt.of(port.get()) : OptionalInt.empty(),
                values.get(USERNAME),
                values.get(PASSWORD),
                new Pool(values.get(POOL_SIZE) + values.get(OVERFLOW), values.get(RECYCLE)),
                new Encryption(activeKey, keys));
    }

    /** Names that SQLite takes for something else than a file's path. */
    private static boolean isSpecial(String name) {
        return name.startsWith(":") || name.startsWith("file:");
    }

    private static Optional<Type> type(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "sqlite" -> Optional.of(Type.SQLITE);
            case "postgresql", "postgres" -> Optional.of(Type.POSTGRESQL);
            case "mysql" -> Optional.of(Type.MYSQL);
            case "mariadb" -> Optional.of(Type.MARIADB);
            default -> Optional.empty();
        };
    }
}
