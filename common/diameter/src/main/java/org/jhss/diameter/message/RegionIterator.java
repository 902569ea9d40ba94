// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.message;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** Walks over the AVPs in a region of octets, checking the framing of each as it comes. */
final class RegionIterator implements Iterator<Avp> {

    private final byte[] buffer;
    private final int end;
    private int at;

    RegionIterator(byte[] buffer, int start, int end) {
        this.buffer = buffer;
        this.end = end;
        this.at = start;
    }

    @Override
    public boolean hasNext() {
        return at < end;
    }

    @Override
    public Avp next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var fault = AvpScanner.check(buffer, at, end);
        if (fault != null) {
            throw new MalformedValueException(fault, FailedAvp.forLength(buffer, at, end));
        }
        var avp = new Avp(buffer, at);
        at = AvpScanner.after(buffer, at, end);
        return avp;
    }
}
