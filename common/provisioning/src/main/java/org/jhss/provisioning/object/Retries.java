// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.object;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jhss.store.database.StoreException;

/** Does work again when another transaction stood in its way. */
final class Retries {

    private static final int ATTEMPTS = 6;
    private static final long FIRST_PAUSE_MILLIS = 5;

    private Retries() {}

    /** The result of {@code work}, which is done up to six times, with growing pauses. */
    static <T> T run(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (StoreException.Retryable e) {
                if (attempt == ATTEMPTS || !pause(attempt)) {
                    throw e;
                }
            }
        }
    }

    private static boolean pause(int attempt) {
        long longest = FIRST_PAUSE_MILLIS << attempt;
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(FIRST_PAUSE_MILLIS, longest));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
