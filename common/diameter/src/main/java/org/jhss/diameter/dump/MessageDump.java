// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.dump;

import java.util.HexFormat;
import org.jhss.diameter.dictionary.AvpType;
import org.jhss.diameter.dictionary.CommandDefinition;
import org.jhss.diameter.dictionary.CommandRegistry;
import org.jhss.diameter.dictionary.Dictionary;
import org.jhss.diameter.message.Avp;
import org.jhss.diameter.message.AvpContainer;
import org.jhss.diameter.message.Limits;
import org.jhss.diameter.message.Malformation;
import org.jhss.diameter.message.MalformedValueException;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.MessageReader;

/** Shows messages to people: one line per AVP, groups indented, malformed octets up to the fault. Immutable, thread-safe. */
public final class MessageDump {

    private static final HexFormat HEX = HexFormat.of();
    private static final String INDENT = "  ";

    private final Limits limits;
    private final AvpText values;

    /**
     * @param limits bounds on what is shown
     * @param redactSecrets whether keys and expected responses are left out, as they must be in logs
     */
    public MessageDump(Limits limits, boolean redactSecrets) {
        this.limits = limits;
        this.values = new AvpText(redactSecrets);
    }

    /** The dump of the octets of one message, sound or not; lines end in a newline. */
    public String dump(byte[] buffer, int offset, int length) {
        var out = new StringBuilder();
        switch (new MessageReader(limits).read(buffer, offset, length)) {
            case Message message -> message(message, out);
            case Malformation malformation -> {
                malformation.readable().ifPresent(message -> message(message, out));
                out.append("!! ").append(malformation).append('\n');
                if (malformation.readable().isEmpty()
                        || malformation.readable().get().avpCount() == 0) {
                    out.append(INDENT)
                            .append(HEX.formatHex(buffer, offset, offset + Math.min(length, limits.maxMessageSize())));
                    out.append('\n');
                }
                var failed = malformation.failedAvp();
                if (failed.length != 0) {
                    out.append(INDENT)
                            .append("at AVP header ")
                            .append(HEX.formatHex(failed))
                            .append('\n');
                }
            }
        }
        return out.toString();
    }

    /** The dump of a message that has been read. */
    public String dump(Message message) {
        var out = new StringBuilder();
        message(message, out);
        return out.toString();
    }

    private void message(Message message, StringBuilder out) {
        header(message, out);
        avps(message, 1, out);
    }

    private static void header(Message message, StringBuilder out) {
        var command =
                CommandRegistry.standard().find(message.applicationId(), message.commandCode(), message.isRequest());
        out.append(command.map(CommandDefinition::name).orElse(message.isRequest() ? "Request" : "Answer"));
        command.ifPresent(known -> out.append(" (").append(known.abbreviation()).append(')'));
        out.append(" command ").append(message.commandCode());
        out.append(", application ").append(application(message.applicationId()));
        out.append(", flags ").append(flags(message));
        out.append(", hop-by-hop 0x").append(HEX.toHexDigits(message.hopByHop()));
        out.append(", end-to-end 0x").append(HEX.toHexDigits(message.endToEnd()));
        out.append(", ").append(message.length()).append(" octets\n");
    }

    private static String application(int id) {
        var number = Integer.toUnsignedString(id);
        return Dictionary.standard().applications().stream()
                .filter(application -> application.id() == id)
                .findAny()
                .map(application -> application.name() + " (" + number + ")")
                .orElse(number);
    }

    private static String flags(Message message) {
        return (message.isRequest() ? "R" : "-")
                + (message.isProxiable() ? "P" : "-")
                + (message.isError() ? "E" : "-")
                + (message.isRetransmitted() ? "T" : "-");
    }

    private void avps(AvpContainer container, int depth, StringBuilder out) {
        try {
            for (var avp : container) {
                avp(avp, depth, out);
            }
        } catch (MalformedValueException e) {
            out.repeat(INDENT, depth)
                    .append("!! ")
                    .append(e.fault().description())
                    .append('\n');
        }
    }

    private void avp(Avp avp, int depth, StringBuilder out) {
        var definition = avp.definition();
        out.repeat(INDENT, depth);
        out.append(definition.isPresent() ? definition.get().name() : "unknown AVP")
                .append(" (");
        if (avp.vendorId() != 0) {
            out.append(Integer.toUnsignedString(avp.vendorId())).append(':');
        }
        out.append(Integer.toUnsignedString(avp.code())).append(") ");
        out.append(avp.hasVendor() ? 'V' : '-').append(avp.isMandatory() ? 'M' : '-');
        if (definition.isPresent() && definition.get().type() == AvpType.GROUPED) {
            out.append('\n');
            if (depth < limits.maxDepth()) {
                avps(avp, depth + 1, out);
            } else {
                out.repeat(INDENT, depth + 1).append("!! nested deeper than the limit\n");
            }
        } else {
            out.append(' ').append(values.of(avp)).append('\n');
        }
    }
}
