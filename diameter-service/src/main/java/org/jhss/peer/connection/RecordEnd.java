// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.peer.connection;

/** What a transport that keeps records apart tells a {@link ConnectionHandler}, as a user event, after each record's last octets. */
public enum RecordEnd {
    HERE
}
