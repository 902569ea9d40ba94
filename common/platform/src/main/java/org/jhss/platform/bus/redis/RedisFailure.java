// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus.redis;

import io.lettuce.core.RedisCommandExecutionException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Reads what went wrong from Lettuce's exceptions. */
public final class RedisFailure {

    private RedisFailure() {}

    /** Whether Redis has no such consumer group, since the stream or all data is gone. */
    public static boolean isGroupMissing(Throwable failure) {
        return startsWith(failure, "NOGROUP") || startsWith(failure, "UNBLOCKED");
    }

    /** Whether the group to be created exists. */
    public static boolean isGroupPresent(Throwable failure) {
        return startsWith(failure, "BUSYGROUP");
    }

    /** Whether Redis answered, with an error; otherwise it is the connection that failed. */
    public static boolean isAnswered(Throwable failure) {
        return root(failure) instanceof RedisCommandExecutionException;
    }

    /** The innermost cause's message in one line. */
    public static String describe(Throwable failure) {
        var deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        var message = deepest.getMessage();
        return message == null ? deepest.getClass().getSimpleName() : message;
    }

    private static boolean startsWith(Throwable failure, String word) {
        var message = root(failure).getMessage();
        return message != null && message.startsWith(word);
    }

    private static Throwable root(Throwable failure) {
        var current = failure;
        while ((current instanceof CompletionException || current instanceof ExecutionException)
                && current.getCause() != null) {
            current = current.getCause();
        }
        return current;
    }
}
