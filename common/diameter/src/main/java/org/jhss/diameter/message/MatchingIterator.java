// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.diameter.message;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** Walks over the AVPs of one definition. */
final class MatchingIterator implements Iterator<Avp> {

    private final AvpContainer container;
    private Avp upcoming;

    MatchingIterator(AvpContainer container, Avp first) {
        this.container = container;
        this.upcoming = first;
    }

    @Override
    public boolean hasNext() {
        return upcoming.isPresent();
    }

    @Override
    public Avp next() {
        if (upcoming.isAbsent()) {
            throw new NoSuchElementException();
        }
        var avp = upcoming;
        upcoming = container.next(avp);
        return avp;
    }
}
