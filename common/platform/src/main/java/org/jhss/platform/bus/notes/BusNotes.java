// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.bus.notes;

import io.lettuce.core.SetArgs;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jhss.platform.bus.Bus;

/** Notes in Redis, which all processes see and Redis forgets by itself. */
public final class BusNotes implements RecentNotes {

    private static final byte[] NOTED = {'1'};
    private static final long PATIENCE_MILLIS = 200;

    private final Bus bus;

    public BusNotes(Bus bus) {
        this.bus = bus;
    }

    @Override
    public void note(String what, Duration lifetime) {
        bus.control().commands().ifPresent(commands -> {
            var _ = commands.set(key(what), NOTED, SetArgs.Builder.px(lifetime));
        });
    }

    @Override
    public Optional<Boolean> isNoted(String what) {
        var commands = bus.control().commands();
        if (commands.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(commands.get().exists(key(what)).get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS) > 0);
        } catch (ExecutionException | TimeoutException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private byte[] key(String what) {
        return bus.keys().note(what).getBytes(StandardCharsets.UTF_8);
    }
}
