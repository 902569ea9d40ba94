// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.message;

/** The ways in which octets fail to be a Diameter message, with the Result-Code that reports each (RFC 6733 7.1.5). */
public enum Fault {
    HEADER_TRUNCATED(ResultCode.INVALID_MESSAGE_LENGTH, "fewer than 20 octets"),
    MESSAGE_TOO_LARGE(ResultCode.INVALID_MESSAGE_LENGTH, "the message is over the size limit"),
    UNSUPPORTED_VERSION(ResultCode.UNSUPPORTED_VERSION, "the version is not 1"),
    MESSAGE_LENGTH_TOO_SMALL(ResultCode.INVALID_MESSAGE_LENGTH, "the message length is below 20"),
    MESSAGE_LENGTH_UNALIGNED(ResultCode.INVALID_MESSAGE_LENGTH, "the message length is no multiple of 4"),
    MESSAGE_LENGTH_MISMATCH(ResultCode.INVALID_MESSAGE_LENGTH, "the message length is not that of the octets"),
    AVP_HEADER_TRUNCATED(ResultCode.INVALID_AVP_LENGTH, "an AVP header is cut off"),
    AVP_LENGTH_TOO_SMALL(ResultCode.INVALID_AVP_LENGTH, "an AVP length is below that of its header"),
    AVP_LENGTH_TOO_LARGE(ResultCode.INVALID_AVP_LENGTH, "an AVP reaches past the end of what holds it"),
    AVP_VALUE_LENGTH(ResultCode.INVALID_AVP_LENGTH, "the value's length is wrong for its type"),
    AVP_VALUE(ResultCode.INVALID_AVP_VALUE, "the value is none of its type"),
    TOO_MANY_AVPS(ResultCode.UNABLE_TO_COMPLY, "the message has more AVPs than the limit"),
    TOO_DEEP(ResultCode.UNABLE_TO_COMPLY, "groups are nested deeper than the limit");

    private final ResultCode resultCode;
    private final String description;

    Fault(ResultCode resultCode, String description) {
        this.resultCode = resultCode;
        this.description = description;
    }

    public ResultCode resultCode() {
        return resultCode;
    }

    /** What is wrong, in words fit for an Error-Message. */
    public String description() {
        return description;
    }
}
