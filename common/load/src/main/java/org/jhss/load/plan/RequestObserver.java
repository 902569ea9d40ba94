// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.load.plan;

/**
 * Told of every request's end, to keep books that the report does not. Called on the generator's threads: quick and thread-safe.
 * Times are {@link System#nanoTime()}.
 */
public interface RequestObserver {

    /** Keeps no books. */
    RequestObserver NONE = new RequestObserver() {

        @Override
        public boolean isActive() {
            return false;
        }

        @Override
        public void ended(RequestEnd end) {}
    };

    /** Whether it wants to be told; asked once at the start. */
    default boolean isActive() {
        return true;
    }

    /** A request has come to an end. */
    void ended(RequestEnd end);
}
