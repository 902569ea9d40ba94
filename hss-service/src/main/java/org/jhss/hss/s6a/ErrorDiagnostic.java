// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a;

import org.jhss.diameter.dictionary.S6a;
import org.jhss.diameter.message.ExperimentalResultCode;
import org.jhss.hss.handler.Outcome;
import org.jhss.hss.handler.Outcome.DiameterError;

/** Errors that an Error-Diagnostic explains (TS 29.272 7.3.128). */
final class ErrorDiagnostic {

    private static final int NO_GPRS_DATA_SUBSCRIBED = 1;

    private ErrorDiagnostic() {}

    /** There is neither an EPS nor a GPRS subscription. */
    static DiameterError noPacketSubscription() {
        return error(ExperimentalResultCode.UNKNOWN_EPS_SUBSCRIPTION, NO_GPRS_DATA_SUBSCRIBED);
    }

    /**
     * Roaming is not allowed because of an operator determined barring.
     *
     * @param diagnostic which one
     */
    static DiameterError barred(int diagnostic) {
        return error(ExperimentalResultCode.ROAMING_NOT_ALLOWED, diagnostic);
    }

    private static DiameterError error(ExperimentalResultCode code, int diagnostic) {
        return Outcome.error(code).with(writer -> writer.add(S6a.ERROR_DIAGNOSTIC, diagnostic));
    }
}
