// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.logging;

/** Shortens personal data for logs, so that an operator recognises it and a reader of the log does not learn it. */
public final class Redaction {

    private static final int KEPT = 6;

    private Redaction() {}

    /** An IMSI, MSISDN or IMEI with all but its first six digits (network or type) and last two masked. */
    public static String digits(String identity) {
        if (identity.length() <= KEPT + 2) {
            return "*".repeat(identity.length());
        }
        return identity.substring(0, KEPT)
                + "*".repeat(identity.length() - KEPT - 2)
                + identity.substring(identity.length() - 2);
    }

    /** A URL without the password or the query that it may carry. */
    public static String url(String url) {
        int query = url.indexOf('?');
        var base = query < 0 ? url : url.substring(0, query);
        int scheme = base.indexOf("://");
        int at = base.lastIndexOf('@');
        return scheme >= 0 && at > scheme ? base.substring(0, scheme + 3) + base.substring(at + 1) : base;
    }
}
