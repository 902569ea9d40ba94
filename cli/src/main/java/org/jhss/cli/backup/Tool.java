// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.backup;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A program of a database's own. Passwords go to it in its environment, which others cannot read, not as arguments. */
final class Tool {

    private final Path program;
    private final String passwordVariable;
    private final String password;

    private Tool(Path program, String passwordVariable, String password) {
        this.program = program;
        this.passwordVariable = passwordVariable;
        this.password = password;
    }

    /**
     * The first of {@code names} that is installed.
     *
     * @throws IOException naming them when none is
     */
    static Tool find(List<String> names, String passwordVariable, String password) throws IOException {
        for (var name : names) {
            var found = find(name);
            if (found.isPresent()) {
                return new Tool(found.get(), passwordVariable, password);
            }
        }
        throw new IOException(String.join(" or ", names)
                + " is needed for this database and not installed; it comes with the database's client programs");
    }

    private static Optional<Path> find(String name) {
        for (var directory : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            var file = Path.of(directory.isEmpty() ? "." : directory, name);
            if (Files.isExecutable(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /**
     * Runs it.
     *
     * @param input what it reads
     * @throws IOException with what it complained of, when it fails
     */
    void run(Optional<Path> input, List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(program.toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        input.ifPresent(file -> builder.redirectInput(file.toFile()));
        builder.environment().put(passwordVariable, password);
        var process = builder.start();
        var complaint = new String(process.getErrorStream().readAllBytes(), Charset.defaultCharset()).strip();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(program.getFileName() + ": " + complaint);
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
