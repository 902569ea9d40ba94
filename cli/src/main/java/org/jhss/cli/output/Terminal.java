// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.output;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The terminal that the output goes to, if it goes to one. */
final class Terminal {

    private static final String VARIABLE = "COLUMNS";
    private static final int USUAL = 80;
    private static final long PATIENCE_MILLIS = 500;

    private Terminal() {}

    /** Its columns; 0 when the output goes elsewhere. */
    static int width() {
        if (Optional.ofNullable(System.console()).filter(Console::isTerminal).isEmpty()) {
            return 0;
        }
        int told = number(System.getenv().getOrDefault(VARIABLE, ""));
        return told > 0 ? told : asked();
    }

    /** Java has no way to ask; stty, which every Unix has, does. */
    private static int asked() {
        try {
            var process = new ProcessBuilder("stty", "size")
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                var size = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
                int width = number(size.substring(size.indexOf(' ') + 1));
                return width > 0 ? width : USUAL;
            }
            process.destroy();
        } catch (IOException _) {
            return USUAL;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return USUAL;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
