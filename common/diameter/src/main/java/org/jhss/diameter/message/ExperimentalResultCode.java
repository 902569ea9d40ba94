// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.message;

import java.util.Optional;
import org.jhss.diameter.dictionary.Vendors;

/** 3GPP values of the Experimental-Result-Code AVP (TS 29.230 8; 29.272 7.4, 29.229 6.2, 29.329 6.2, 29.173 6.3). */
public enum ExperimentalResultCode {
    FIRST_REGISTRATION(2001),
    SUBSEQUENT_REGISTRATION(2002),
    UNREGISTERED_SERVICE(2003),
    SUCCESS_SERVER_NAME_NOT_STORED(2004),
    USER_DATA_NOT_AVAILABLE(4100),
    PRIOR_UPDATE_IN_PROGRESS(4101),
    AUTHENTICATION_DATA_UNAVAILABLE(4181),
    ERROR_CAMEL_SUBSCRIPTION_PRESENT(4182),
    ERROR_ABSENT_USER(4201),
    USER_UNKNOWN(5001),
    IDENTITIES_DONT_MATCH(5002),
    IDENTITY_NOT_REGISTERED(5003),
    ROAMING_NOT_ALLOWED(5004),
    IDENTITY_ALREADY_REGISTERED(5005),
    AUTH_SCHEME_NOT_SUPPORTED(5006),
    IN_ASSIGNMENT_TYPE(5007),
    TOO_MUCH_DATA(5008),
    NOT_SUPPORTED_USER_DATA(5009),
    FEATURE_UNSUPPORTED(5011),
    SERVING_NODE_FEATURE_UNSUPPORTED(5012),
    USER_DATA_NOT_RECOGNIZED(5100),
    OPERATION_NOT_ALLOWED(5101),
    USER_DATA_CANNOT_BE_READ(5102),
    USER_DATA_CANNOT_BE_MODIFIED(5103),
    USER_DATA_CANNOT_BE_NOTIFIED(5104),
    TRANSPARENT_DATA_OUT_OF_SYNC(5105),
    SUBS_DATA_ABSENT(5106),
    NO_SUBSCRIPTION_TO_DATA(5107),
    DSAI_NOT_AVAILABLE(5108),
    UNKNOWN_EPS_SUBSCRIPTION(5420),
    RAT_NOT_ALLOWED(5421),
    EQUIPMENT_UNKNOWN(5422),
    UNKNOWN_SERVING_NODE(5423),
    UNAUTHORIZED_REQUESTING_NETWORK(5490);

    private final int value;

    ExperimentalResultCode(int value) {
        this.value = value;
    }

    /** The number on the wire. */
    public int value() {
        return value;
    }

    /** The vendor of these codes: 3GPP. */
    public int vendorId() {
        return Vendors.THREE_GPP;
    }

    /** The 3GPP code of that number, when it is one of these. */
    public static Optional<ExperimentalResultCode> of(int value) {
        for (var code : values()) {
            if (code.value == value) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }
}
