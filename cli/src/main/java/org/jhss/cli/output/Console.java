// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.output;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Help.Ansi;

/** Where a command prints. Colours and signs beyond ASCII are used only where they can be shown. */
public final class Console {

    private final PrintWriter out;
    private final PrintWriter err;
    private final Ansi ansi;
    private final boolean unicode;
    private final Input input;
    private final int width;

    private Console(PrintWriter out, PrintWriter err, Ansi ansi, boolean unicode, Input input, int width) {
        this.out = out;
        this.err = err;
        this.ansi = ansi;
        this.unicode = unicode;
        this.input = input;
        this.width = width;
    }

    /** The process's own output. */
    public static Console system() {
        var charset = System.out.charset();
        return new Console(
                new PrintWriter(System.out, true, charset),
                new PrintWriter(System.err, true, System.err.charset()),
                Ansi.AUTO,
                canShow(charset),
                Input.system(),
                Terminal.width());
    }

    /** Plain text to {@code out} and {@code err}. */
    public static Console of(PrintWriter out, PrintWriter err) {
        return of(out, err, Reader.nullReader(), 0);
    }

    /**
     * Plain text to {@code out} and {@code err}, answers from {@code input}.
     *
     * @param width columns of the terminal; 0 for no limit
     */
    public static Console of(PrintWriter out, PrintWriter err, Reader input, int width) {
        return new Console(out, err, Ansi.OFF, canShow(StandardCharsets.UTF_8), Input.of(input), width);
    }

    private static boolean canShow(Charset charset) {
        return charset.newEncoder().canEncode('\u2714');
    }

    /** Columns that a line may have; 0 for any number. */
    public int width() {
        return width;
    }

    /**
     * Asks for a secret; it is not shown while it is typed.
     *
     * @throws IOException when there is none
     */
    public String askSecret(String what) throws IOException {
        return input.secret(this, what);
    }

    /** Asks a question; anything but yes, also silence, is no. */
    public boolean confirm(String question) throws IOException {
        return input.confirm(this, question);
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

    /** Prints a remark beside the result to the error output. */
    public synchronized void note(String remark) {
        out.flush();
        err.println(faint(remark));
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
