// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.route;

import java.util.Optional;
import org.jhss.api.error.Failure;

/** Decides who may come in. Thread-safe. */
public interface Gate {

    /** The decision about one request. */
    sealed interface Admission {

        /** Comes in as {@code caller}. */
        record Admitted(Caller caller) implements Admission {}

        /** Stays out. */
        record Refused(Failure failure) implements Admission {}
    }

    /** Whether the client asks too often; called for every request but OPTIONS, before anything else. */
    Optional<Failure> tooMany(Visitor visitor);

    /** Who the client is and whether it may use {@code endpoint}. */
    Admission admit(Endpoint endpoint, Visitor visitor);
}
