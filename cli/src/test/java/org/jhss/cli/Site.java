// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jhss.store.Store;
import org.jhss.store.database.DatabaseSettings;
import org.jhss.store.secret.KeyVault;

/** A configuration with an up-to-date SQLite database, and the commands on it. */
final class Site {

    static final String KI = "465b5ce8b199b49faa5f0a2ee238a6bc";
    static final String OP = "cdc202d5123e20f62b6d676ac72cb318";
    static final String OPC = "cd63cb71954a9f4e48a5994e37a02baf";
    static final String IMSI = "001010000000001";

    private final Path config;
    private final Path database;

    private Site(Path config, Path database) {
        this.config = config;
        this.database = database;
    }

    static Site in(Path directory) throws IOException {
        var database = directory.resolve("hss.db");
        try (var store = Store.open(DatabaseSettings.sqlite(database), KeyVault.disabled())) {
            store.migrator().migrate();
        }
        return new Site(configuration(directory, "db_type: sqlite", "database: " + database), database);
    }

    /** On a database that is migrated already. */
    static Site of(Path directory, DatabaseSettings settings) throws IOException {
        int colon = settings.server().indexOf(':');
        var config = configuration(
                directory,
                "db_type: " + settings.type().configName(),
                "server: " + settings.server().substring(0, colon),
                "port: " + settings.server().substring(colon + 1),
                "database: " + settings.database(),
                "username: " + settings.username(),
                "password: \"" + settings.password() + "\"");
        return new Site(config, directory);
    }

    private static Path configuration(Path directory, String... keys) throws IOException {
        return Files.writeString(directory.resolve("config.yaml"), "database:\n  " + String.join("\n  ", keys) + "\n");
    }

    Path config() {
        return config;
    }

    Path database() {
        return database;
    }

    /** The command {@code line}, split at blanks. */
    Output run(String line) {
        return run("", line);
    }

    /** Likewise, with {@code input} typed. */
    Output run(String input, String line) {
        return Output.typing(input, arguments(line));
    }

    /** Likewise, on a narrow terminal. */
    Output runOn(int width, String line) {
        return Output.on(width, "", arguments(line));
    }

    private String[] arguments(String line) {
        return Stream.concat(Arrays.stream(line.split(" ", -1)), Stream.of("--config=" + config))
                .toArray(String[]::new);
    }

    /** Two APNs, internet being number 1. */
    Site withApns() {
        run("add apn apn=internet apn_ambr_dl=0 apn_ambr_ul=0");
        run("add apn apn=ims qci=5 apn_ambr_dl=0 apn_ambr_ul=0");
        return this;
    }

    /** And a subscriber with its keys. */
    Site withSubscriber() {
        withApns();
        run("add subscriber imsi=" + IMSI + " ki=" + KI + " opc=" + OPC
                + " apn=internet,ims msisdn=+441234567890 --ims");
        return this;
    }
}
