// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.yardstick;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** All yardsticks. */
public final class Yardsticks {

    private Yardsticks() {}

    /** Measures each for {@code time} a line. */
    public static List<Yardstick> measure(Duration time) throws IOException {
        return Stream.concat(JDiameterYardstick.measure(time).stream(), QueueYardstick.measure(time).stream())
                .toList();
    }
}
