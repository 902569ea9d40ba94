// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.api.route;

/** The statuses of answers that are no failures. */
public final class Status {

    public static final int OK = 200;
    public static final int CREATED = 201;
    public static final int ACCEPTED = 202;
    public static final int NO_CONTENT = 204;
    public static final int FOUND = 302;
    public static final int NOT_MODIFIED = 304;

    private Status() {}
}
