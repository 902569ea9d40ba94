// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.output;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody types, or a pipe gives. */
final class Input {

    private final BufferedReader lines;
    private final java.io.@Nullable Console terminal;

    private Input(BufferedReader lines, java.io.@Nullable Console terminal) {
        this.lines = lines;
        this.terminal = terminal;
    }

    static Input system() {
        return new Input(
                new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())),
                Optional.ofNullable(System.console())
                        .filter(java.io.Console::isTerminal)
                        .orElse(null));
    }

    static Input of(Reader reader) {
        return new Input(new BufferedReader(reader), null);
    }

    String secret(Console console, String what) throws IOException {
        if (terminal != null) {
            console.err().print(what + ": ");
            console.err().flush();
            var typed = terminal.readPassword();
            if (typed != null) {
                return new String(typed).strip();
            }
        } else {
            var line = lines.readLine();
            if (line != null) {
                return line.strip();
            }
        }
        throw new EOFException(what + " was neither typed nor piped in");
    }

    boolean confirm(Console console, String question) throws IOException {
        console.err().print(question + " [y/N] ");
        console.err().flush();
        var answer = lines.readLine();
        if (answer == null) {
            console.err().println();
            return false;
        }
        var word = answer.strip().toLowerCase(Locale.ROOT);
        return word.equals("y") || word.equals("yes");
    }
}
