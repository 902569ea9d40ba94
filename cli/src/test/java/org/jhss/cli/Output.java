// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli;

import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import org.jhss.cli.output.Console;

/** Runs a command and keeps what it prints. */
final class Output {

    final int code;
    final String out;
    final String err;

    private Output(int code, String out, String err) {
        this.code = code;
        this.out = out;
        this.err = err;
    }

    static Output of(String... arguments) {
        return typing("", arguments);
    }

    /** With {@code input} typed or piped in. */
    static Output typing(String input, String... arguments) {
        return on(0, input, arguments);
    }

    /** On a terminal of {@code width} columns. */
    static Output on(int width, String input, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var console = Console.of(new PrintWriter(out), new PrintWriter(err), new StringReader(input), width);
        int code = Jhss.run(console, arguments);
        return new Output(code, out.toString(), err.toString());
    }
}
