// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.output;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Help.Ansi;

/** Where a command prints. Colours and signs beyond ASCII are used only where they can be shown. */
public final class Console {

    private final PrintWriter out;
    private final PrintWriter err;
    private final Ansi ansi;
    private final boolean unicode;

    private Console(PrintWriter out, PrintWriter err, Ansi ansi, boolean unicode) {
        this.out = out;
        this.err = err;
        this.ansi = ansi;
        this.unicode = unicode;
    }

    /** The process's own output. */
    public static Console system() {
        var charset = System.out.charset();
        return new Console(
                new PrintWriter(System.out, true, charset),
                new PrintWriter(System.err, true, System.err.charset()),
                Ansi.AUTO,
                canShow(charset));
    }

    /** Plain text to {@code out} and {@code err}. */
    public static Console of(PrintWriter out, PrintWriter err) {
        return new Console(out, err, Ansi.OFF, canShow(StandardCharsets.UTF_8));
    }

    private static boolean canShow(Charset charset) {
        return charset.newEncoder().canEncode('\u2714');
    }

    /** Where results go. */
    public PrintWriter out() {
        return out;
    }

    /** Where problems go. */
    public PrintWriter err() {
        return err;
    }

    /** Whether colours are used. */
    public Ansi ansi() {
        return ansi;
    }

    /** Prints a line. */
    public synchronized void println(String line) {
        out.println(line);
        out.flush();
    }

    /** Prints a line to the error output, with the command's name before it. */
    public synchronized void error(String message) {
        out.flush();
        err.println(ansi.string("@|bold,red jhss:|@ ") + message);
        err.flush();
    }

    /** The sign for "as it should be". */
    public String tick() {
        return ansi.string("@|bold,green " + (unicode ? "\u2714" : "ok") + "|@");
    }

    /** The sign for "not as it should be". */
    public String cross() {
        return ansi.string("@|bold,red " + (unicode ? "\u2718" : "FAILED") + "|@");
    }

    /** An arrow to the right or to the left. */
    public String arrow(boolean right) {
        if (unicode) {
            return right ? "\u2192" : "\u2190";
        }
        return right ? "->" : "<-";
    }

    /** The text in bold where that can be shown. */
    public String bold(String text) {
        return styled("bold", text);
    }

    /** The text less prominent where that can be shown. */
    public String faint(String text) {
        return styled("faint", text);
    }

    private String styled(String style, String text) {
        return ansi.enabled() ? Ansi.Style.valueOf(style).on() + text + Ansi.Style.reset.on() : text;
    }
}
