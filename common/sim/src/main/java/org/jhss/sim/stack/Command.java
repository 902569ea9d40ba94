// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.sim.stack;

import java.util.Optional;

/** The commands of S6a/S6d, S13 and S13' (TS 29.272 7.2), whichever side sends the request. */
public enum Command {
    UPDATE_LOCATION(316, Application.S6A),
    CANCEL_LOCATION(317, Application.S6A),
    AUTHENTICATION_INFORMATION(318, Application.S6A),
    INSERT_SUBSCRIBER_DATA(319, Application.S6A),
    DELETE_SUBSCRIBER_DATA(320, Application.S6A),
    PURGE_UE(321, Application.S6A),
    RESET(322, Application.S6A),
    NOTIFY(323, Application.S6A),
    ME_IDENTITY_CHECK(324, Application.S13);

    private final int code;
    private final Application application;

    Command(int code, Application application) {
        this.code = code;
        this.application = application;
    }

    /** The command code. */
    public int code() {
        return code;
    }

    /** The application whose command this is. */
    public Application application() {
        return application;
    }

    static Optional<Command> of(int code) {
        for (var command : values()) {
            if (command.code == code) {
                return Optional.of(command);
            }
        }
        return Optional.empty();
    }
}
