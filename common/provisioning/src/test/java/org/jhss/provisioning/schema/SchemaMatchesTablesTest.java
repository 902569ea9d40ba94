// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jhss.store.Store;
import org.jhss.store.database.DatabaseSettings;
import org.jhss.store.secret.KeyVault;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The columns that clients are told of are those that the tables have. */
class SchemaMatchesTablesTest {

    /** TUAK's keys are longer than PyHSS's columns, and kept elsewhere then. */
    private static final Set<String> LONGER = Set.of("ki", "opc");

    @TempDir
    static Path directory;

    private record SqlColumn(String type, boolean notNull) {}

    @BeforeAll
    static void migrate() {
        try (var store = Store.open(DatabaseSettings.sqlite(directory.resolve("hss.db")), KeyVault.disabled())) {
            store.migrator().migrate();
        }
    }

    private static Map<String, SqlColumn> columns(String table) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("hss.db"));
                var select = connection.prepareStatement("SELECT name, type, \"notnull\" FROM pragma_table_info(?)")) {
            select.setString(1, table);
            try (var rows = select.executeQuery()) {
                var found = new LinkedHashMap<String, SqlColumn>();
                while (rows.next()) {
                    found.put(rows.getString(1), new SqlColumn(rows.getString(2), rows.getBoolean(3)));
                }
                return found;
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void names_lengths_and_nulls_are_the_tables_own(ResourceType type) throws SQLException {
        var own = columns(type.table());
        for (var column : type.compatibleColumns()) {
            var stored = own.get(column.name());
            assertThat(stored).as(column.name()).isNotNull();
            assertThat(column.isNullable()).as(column.name()).isEqualTo(!stored.notNull());
            if (!LONGER.contains(column.name())) {
                assertThat(stored.type()).as(column.name()).isEqualTo(sqlType(column));
            }
        }
        if (type != ResourceType.OPERATION_LOG) {
            assertThat(own.keySet())
                    .containsExactlyElementsOf(
                            type.compatibleColumns().stream().map(Column::name).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void extensions_are_in_their_own_table(ResourceType type) throws SQLException {
        var extension = type.stored().extension();
        var own = extension.isPresent() ? columns(extension.get()) : Map.<String, SqlColumn>of();
        for (var column : type.columns()) {
            if (column.isExtension()) {
                assertThat(own).containsKey(column.name());
                assertThat(own.get(column.name()).type()).as(column.name()).isEqualTo(sqlType(column));
            }
        }
        assertThat(own.keySet().stream().skip(1))
                .allSatisfy(name -> assertThat(
                                type.stored().position(name) >= 0 || name.equals("ue_reachability_requested"))
                        .as(name)
                        .isTrue());
    }

    private static String sqlType(Column column) {
        return switch (column.type()) {
            case INTEGER -> "INTEGER";
            case LONG -> "BIGINT";
            case BOOLEAN -> "BOOLEAN";
            case TIMESTAMP -> "DATETIME";
            case TEXT -> "TEXT";
            case STRING -> "VARCHAR(" + column.maxLength().orElseThrow() + ")";
        };
    }
}
