// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.token;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jhss.cli.config.Configuration;
import org.jhss.cli.output.Console;
import org.jhss.cli.output.Table;
import org.jhss.store.Store;
import org.jhss.store.access.Tokens;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jhss token}: the tokens of the REST interface, in the database itself, so that the first one can be made. */
@Command(
        name = "token",
        description = "Makes, lists and revokes tokens of the REST interface (api.auth: tokens).",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class TokenCommand {

    private static final int LONGEST_NAME = 64;
    private static final String MAKER = "jhss token";

    /** What a token may do. */
    enum Role {
        READ,
        PROVISION,
        ADMIN
    }

    private final Console console;

    /** A command that prints to {@code console}. */
    public TokenCommand(Console console) {
        this.console = console;
    }

    @Command(
            name = "create",
            description = "Makes a token and prints it, once: it is not stored.",
            mixinStandardHelpOptions = true)
    int create(
            @Parameters(paramLabel = "NAME", description = "What it is for.") String name,
            @Option(names = "--role", defaultValue = "READ", description = "READ, PROVISION or ADMIN (default: READ).")
                    Role role,
            @Option(names = "--days", description = "Days until it expires (default: never).") Optional<Integer> days)
            throws IOException {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            console.error("a name has 1 to " + LONGEST_NAME + " characters");
            return ExitCode.USAGE;
        }
        var now = Instant.now();
        var secret = Tokens.make();
        try (var store = Store.open(Configuration.load().database())) {
            store.migrator().migrate();
            store.apiTokens()
                    .create(
                            name,
                            role.name().toLowerCase(Locale.ROOT),
                            Tokens.hash(secret),
                            MAKER,
                            now,
                            days.map(count -> now.plus(count, ChronoUnit.DAYS)));
        }
        console.println(secret);
        return ExitCode.OK;
    }

    @Command(name = "list", description = "Lists tokens, not what they are.", mixinStandardHelpOptions = true)
    int list() throws IOException {
        var table = new Table("ID", "NAME", "ROLE", "CREATED", "BY", "EXPIRES", "LAST USED");
        try (var store = Store.open(Configuration.load().database())) {
            store.migrator().migrate();
            for (var token : store.apiTokens().all()) {
                table.row(
                        Long.toString(token.id()),
                        token.name(),
                        token.role(),
                        text(Optional.of(token.created())),
                        token.createdBy(),
                        text(token.expires()),
                        text(token.lastUsed()));
            }
        }
        table.lines(console).forEach(console::println);
        return ExitCode.OK;
    }

    @Command(name = "revoke", description = "Makes a token worthless, within seconds.", mixinStandardHelpOptions = true)
    int revoke(@Parameters(paramLabel = "ID", description = "As listed.") long id) throws IOException {
        try (var store = Store.open(Configuration.load().database())) {
            store.migrator().migrate();
            if (store.apiTokens().revoke(id)) {
                console.println("revoked");
                return ExitCode.OK;
            }
        }
        console.error("there is no token " + id);
        return ExitCode.SOFTWARE;
    }

    private static String text(Optional<Instant> at) {
        return at.map(moment -> moment.truncatedTo(ChronoUnit.SECONDS).toString())
                .orElse("never");
    }
}
