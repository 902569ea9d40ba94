// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.handler;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jhss.diameter.message.ExperimentalResultCode;
import org.jhss.diameter.message.ResultCode;

/** What an answer says of its request: a Result-Code (RFC 6733 7.1) or an Experimental-Result (RFC 6733 7.6). */
public sealed interface Result {

    /** DIAMETER_SUCCESS. */
    Result SUCCESS = of(ResultCode.SUCCESS);

    /** The number on the wire. */
    int value();

    /** The vendor that defines the number; 0 for a Result-Code. */
    int vendorId();

    /** Whether the answer carries the E bit: base codes 3xxx (RFC 6733 7.1.3). */
    boolean isProtocolError();

    /** Whether the number is of the success class, 2xxx. */
    default boolean isSuccess() {
        return value() / 1000 == 2;
    }

    /** The Result-Code {@code code}. */
    static Result of(ResultCode code) {
        return Objects.requireNonNull(Base.ALL.get(code));
    }

    /** The 3GPP Experimental-Result {@code code}. */
    static Result of(ExperimentalResultCode code) {
        return Objects.requireNonNull(Experimental.ALL.get(code));
    }

    /**
     * A code of the IETF.
     *
     * @param code the code
     */
    record Base(ResultCode code) implements Result {

        private static final Map<ResultCode, Base> ALL = new EnumMap<>(ResultCode.class);

        static {
            for (var code : ResultCode.values()) {
                ALL.put(code, new Base(code));
            }
        }

        @Override
        public int value() {
            return code.value();
        }

        @Override
        public int vendorId() {
            return 0;
        }

        @Override
        public boolean isProtocolError() {
            return code.isProtocolError();
        }
    }

    /**
     * A code of 3GPP.
     *
     * @param code the code
     */
    record Experimental(ExperimentalResultCode code) implements Result {

        private static final Map<ExperimentalResultCode, Experimental> ALL =
                new EnumMap<>(ExperimentalResultCode.class);

        static {
            for (var code : ExperimentalResultCode.values()) {
                ALL.put(code, new Experimental(code));
            }
        }

        @Override
        public int value() {
            return code.value();
        }

        @Override
        public int vendorId() {
            return code.vendorId();
        }

        @Override
        public boolean isProtocolError() {
            return false;
        }
    }
}
