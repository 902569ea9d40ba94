// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s6a;

import java.util.List;
import java.util.function.Supplier;
import org.jhss.aka.BufferedRandom;
import org.jhss.aka.RandomSource;
import org.jhss.hss.handler.CommandHandler;
import org.jhss.hss.handler.HandlerEnvironment;
import org.jhss.hss.handler.InterfaceModule;

/** The handlers of S6a and S6d. */
public final class S6aModule implements InterfaceModule {

    private final Supplier<RandomSource> random;

    public S6aModule() {
        this(BufferedRandom::new);
    }

    /** With RANDs from {@code random}, asked once per worker. */
    S6aModule(Supplier<RandomSource> random) {
        this.random = random;
    }

    @Override
    public List<CommandHandler> handlers(HandlerEnvironment environment) {
        return List.of(
                new AuthenticationInformation(environment, random.get()),
                new UpdateLocation(environment),
                new PurgeUe(environment),
                new Notify(environment));
    }
}
