// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.framing;

import io.netty.buffer.ByteBuf;

/** Takes the messages that a {@link Framer} cuts. */
public interface MessageSink {

    /**
     * A whole message. The buffer is only lent: what is to be kept must be copied before returning.
     *
     * @param buffer holds the message
     * @param at where it starts
     * @param length its octets, from 20 to the limit
     */
    void message(ByteBuf buffer, int at, int length);

    /**
     * The stream cannot be cut any further; nothing follows.
     *
     * @param buffer holds the octets in question
     * @param at where the message's header starts
     * @param wholeHeader whether all 20 octets of it are there
     */
    void unframeable(FramingError error, ByteBuf buffer, int at, boolean wholeHeader);
}
