// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.chaos.fault;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jhss.diameter.message.ResultCode;
import org.jhss.load.plan.RequestEnd;
import org.jhss.load.plan.RequestObserver;

/** How long those waited who were told that we are too busy. */
final class Refusals implements RequestObserver {

    private final RequestObserver next;
    private final AtomicLong slowestNanos = new AtomicLong();

    /** @param next told of all ends as well */
    Refusals(RequestObserver next) {
        this.next = next;
    }

    @Override
    public void ended(RequestEnd end) {
        if (end.resultCode() == ResultCode.TOO_BUSY.value()) {
            slowestNanos.accumulateAndGet(end.endNanos() - end.sentNanos(), Math::max);
        }
        next.ended(end);
    }

    long slowestMillis() {
        return Duration.ofNanos(slowestNanos.get()).toMillis();
    }
}
