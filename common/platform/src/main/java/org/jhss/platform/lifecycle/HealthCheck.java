// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.lifecycle;

/** Asks something that a service needs whether it is there. Called every few seconds; may block. */
@FunctionalInterface
public interface HealthCheck {

    /**
     * Returns when the dependency answers.
     *
     * @return one line for people, without secrets; may be empty
     * @throws Exception when it does not answer; the message is shown
     */
    String check() throws Exception;
}
