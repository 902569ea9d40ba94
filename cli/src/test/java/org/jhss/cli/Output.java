// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli;

import java.io.PrintWriter;
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
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Jhss.run(Console.of(new PrintWriter(out), new PrintWriter(err)), arguments);
        return new Output(code, out.toString(), err.toString());
    }
}
