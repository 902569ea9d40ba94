// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.format;

import java.io.IOException;

/** A file that cannot be read as what it is given for; the message is for the operator and holds no values. */
public final class FormatException extends IOException {

    public FormatException(String message) {
        super(message);
    }
}
