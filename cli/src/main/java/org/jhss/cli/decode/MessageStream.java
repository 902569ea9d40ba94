// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.decode;

import java.util.function.Consumer;
import org.jhss.diameter.dump.MessageDump;
import org.jhss.diameter.message.Limits;
import org.jhss.diameter.message.Message;
import org.jhss.diameter.message.MessageReader;

/** Messages one behind the other, as in a byte stream. */
final class MessageStream {

    private static final int HEADER_LENGTH = 20;
    /** The most that the wire can carry: a dump is to show what a service would refuse. */
    private static final Limits LIMITS = new Limits(0xFFFFFC, 100_000, 32);

    private final byte[] octets;
    private final MessageDump dump;

    MessageStream(byte[] octets, boolean redact) {
        this.octets = octets;
        this.dump = new MessageDump(LIMITS, redact);
    }

    /** Gives the dump of each message to {@code out}; false when one was malformed. */
    boolean forEach(Consumer<String> out) {
        boolean sound = true;
        int number = 0;
        for (int offset = 0; offset < octets.length; ) {
            int length = length(offset);
            if (number > 0) {
                out.accept("");
            }
            number++;
            sound &= new MessageReader(LIMITS).read(octets, offset, length) instanceof Message;
            out.accept(dump.dump(octets, offset, length).stripTrailing());
            offset += length;
        }
        return sound;
    }

    /** Octets of the message at {@code offset} by its own account; all the rest when that cannot be. */
    private int length(int offset) {
        int rest = octets.length - offset;
        if (rest < HEADER_LENGTH) {
            return rest;
        }
        int claimed =
                (octets[offset + 1] & 0xFF) << 16 | (octets[offset + 2] & 0xFF) << 8 | (octets[offset + 3] & 0xFF);
        return claimed < HEADER_LENGTH || claimed > rest ? rest : claimed;
    }
}
