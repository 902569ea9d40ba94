// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.hss.s13;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jhss.hss.handler.CommandHandler;
import org.jhss.hss.handler.HandlerEnvironment;
import org.jhss.hss.handler.InterfaceModule;
import org.jhss.store.device.TacDatabase;

/** The handlers of S13 and S13', and what its workers share. */
public final class S13Module implements InterfaceModule {

    private final Map<HandlerEnvironment, Shared> shared = new ConcurrentHashMap<>();

    @Override
    public List<CommandHandler> handlers(HandlerEnvironment environment) {
        var parts = shared.computeIfAbsent(environment, Shared::new);
        return List.of(new MeIdentityCheck(environment, parts.register, parts.recorder));
    }

    /** Made once per process: compiled expressions and the list of devices are large. */
    private static final class Shared {
        final PatternRegister register;
        final DeviceRecorder recorder;

        Shared(HandlerEnvironment environment) {
            register = new PatternRegister(environment.store()::referenceData);
            recorder = new DeviceRecorder(
                    environment,
                    environment
                            .config()
                            .eir()
                            .tacDatabaseCsv()
                            .map(file -> TacDatabase.open(file, environment.clock())));
        }
    }
}
