// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.lifecycle;

/** Tells the other services how this one does, for example by a key with expiry. */
public interface HealthPublisher {

    /**
     * Called at every change and every few seconds.
     *
     * @throws Exception when nobody could be told; it is tried again at the next time
     */
    void publish(HealthRecord health) throws Exception;

    /**
     * Called once when the service has stopped.
     *
     * @throws Exception when nobody could be told
     */
    void withdraw(HealthRecord health) throws Exception;
}
