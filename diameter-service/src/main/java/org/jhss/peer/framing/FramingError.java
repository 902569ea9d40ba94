// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.framing;

/** Why a byte stream cannot be cut into messages any further. The connection is of no more use afterwards. */
public enum FramingError {
    /** The version is not 1: answered 5011 where the header says that it is a request (RFC 6733 7.1.5). */
    UNSUPPORTED_VERSION("unsupported_version"),
    /** The length is below that of a header: answered 5015. */
    LENGTH_TOO_SHORT("length_too_short"),
    /** The length is above {@code hss.max_message_size}: answered 5015. The octets that it claims are never waited for. */
    LENGTH_TOO_LONG("length_too_long"),
    /** The transport's own record, an SCTP user message, ends within the message: answered 5015. */
    TRUNCATED("truncated");

    private final String label;

    FramingError(String label) {
        this.label = label;
    }

    /** The name in metrics and logs. */
    public String label() {
        return label;
    }
}
