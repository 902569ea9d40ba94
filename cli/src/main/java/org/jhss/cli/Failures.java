// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.jhss.store.database.StoreException;

/** Tells a failure in one sentence. */
final class Failures {

    private Failures() {}

    /** What went wrong, for somebody who does not know the code. */
    static String describe(Throwable failure) {
        return switch (failure) {
            case NoSuchFileException missing -> "no such file: " + missing.getFile();
            case AccessDeniedException denied -> "no permission for " + denied.getFile();
            case IOException io -> message(io);
            case IllegalArgumentException wrong -> message(wrong);
            case IllegalStateException wrong -> message(wrong);
            case StoreException.Unavailable away -> "the database does not answer: " + message(away);
            case StoreException store -> message(store);
            default -> "unexpected failure, please report it: " + failure;
        };
    }

    private static String message(Throwable failure) {
        var message = failure.getMessage();
        return message == null || message.isBlank() ? failure.toString() : message;
    }
}
