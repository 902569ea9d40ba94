// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.overload;

import org.jhss.diameter.dictionary.Ietf;
import org.jhss.diameter.message.Message;

/** Message priorities of RFC 7944: 0 is the highest, 15 the lowest. */
public final class MessagePriority {

    public static final int HIGHEST = 0;
    public static final int LOWEST = 15;

    /** What a request without DRMP has (RFC 7944 9.1: PRIORITY_10). */
    public static final int DEFAULT = 10;

    private static final int VALUE_LENGTH = 4;

    private MessagePriority() {}

    /** The priority that a request's DRMP says; {@link #DEFAULT} when it says none that there is. */
    public static int of(Message request) {
        var drmp = request.find(Ietf.DRMP);
        if (!drmp.isPresent() || drmp.valueLength() != VALUE_LENGTH) {
            return DEFAULT;
        }
        int value = drmp.integer32();
        return value >= HIGHEST && value <= LOWEST ? value : DEFAULT;
    }
}
