// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.wire;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jhss.cli.output.Console;
import org.jhss.diameter.dump.MessageDump;
import org.jhss.diameter.message.Limits;
import org.jhss.sim.stack.WireFrame;

/** Prints each message of a connection as it crosses the socket. Thread-safe. */
public final class WirePrinter implements Consumer<WireFrame> {

    /** How much of a message is shown. */
    public enum Detail {
        /** Nothing. */
        NONE,
        /** What tells this message from others of its kind, three levels deep. */
        COMPACT,
        /** All of it, codes and flags included. */
        FULL
    }

    private static final Pattern CODE_AND_FLAGS = Pattern.compile(" \\([0-9:]+\\) [V-][M-]");
    private static final Pattern INDENT = Pattern.compile("^ *");
    /** Three levels of two blanks each. */
    private static final int DEEPEST = 6;
    /** The same in every message of a connection, or of interest to programs only. */
    private static final Set<String> USUAL = Set.of(
            "Session-Id",
            "Vendor-Specific-Application-Id",
            "Auth-Session-State",
            "Origin-Host",
            "Origin-Realm",
            "Destination-Realm",
            "Destination-Host",
            "Host-IP-Address",
            "Supported-Vendor-Id",
            "Inband-Security-Id",
            "Firmware-Revision",
            "Origin-State-Id");

    private final Console console;
    private final String peer;
    private final Detail detail;
    private final MessageDump dump = new MessageDump(Limits.DEFAULT, false);

    /**
     * A printer for one connection.
     *
     * @param peer what the simulated peer is called in the output
     */
    public WirePrinter(Console console, String peer, Detail detail) {
        this.console = console;
        this.peer = peer;
        this.detail = detail;
    }

    @Override
    public void accept(WireFrame frame) {
        if (detail == Detail.NONE) {
            return;
        }
        var bytes = frame.bytes();
        var lines = dump.dump(bytes, 0, bytes.length).lines().toList();
        var text = new StringBuilder("    ")
                .append(peer)
                .append(' ')
                .append(console.arrow(frame.sent()))
                .append(" HSS  ");
        if (detail == Detail.FULL) {
            text.append(console.bold(lines.getFirst()));
            for (var line : lines.subList(1, lines.size())) {
                text.append("\n      ").append(line);
            }
        } else {
            text.append(console.bold(title(lines.getFirst()))).append(console.faint(", " + bytes.length + " octets"));
            compact(lines.subList(1, lines.size()), text);
        }
        console.println(text.toString());
    }

    private static String title(String header) {
        int end = header.indexOf(" command ");
        return end < 0 ? header : header.substring(0, end);
    }

    /** Leaves out the usual AVPs with all that is in them, and what lies deep. */
    private static void compact(List<String> lines, StringBuilder text) {
        int hidden = Integer.MAX_VALUE;
        for (var line : lines) {
            var indent = INDENT.matcher(line);
            int depth = indent.find() ? indent.end() : 0;
            if (depth > hidden) {
                continue;
            }
            var name = line.strip().split(" ", 2)[0];
            hidden = USUAL.contains(name) ? depth : Integer.MAX_VALUE;
            if (hidden > depth && depth <= DEEPEST) {
                text.append("\n      ").append(CODE_AND_FLAGS.matcher(line).replaceFirst(""));
            }
        }
    }
}
