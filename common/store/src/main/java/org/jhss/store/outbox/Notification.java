// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.outbox;

/**
 * Something to tell to one endpoint.
 *
 * @param endpoint absolute http or https address, at most 512 characters
 * @param method HTTP method
 * @param body JSON, without secrets; "" for none
 */
public record Notification(String endpoint, String method, String body) {

    private static final int LONGEST_ENDPOINT = 512;

    /**
     * @throws IllegalArgumentException when the endpoint is longer than its column
     */
    public Notification {
        if (endpoint.length() > LONGEST_ENDPOINT) {
            throw new IllegalArgumentException("an endpoint has at most " + LONGEST_ENDPOINT + " characters");
        }
    }
}
