// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.store.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jhss.identity.Imsi;
import org.jhss.store.Store;
import org.jhss.store.database.DatabaseSettings;
import org.jhss.store.secret.KeyVault;
import org.jhss.store.work.Need;
import org.jhss.testkit.fixture.SubscriberFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one SQLite file, as several services have it. */
@Timeout(120)
class TwoProcessesIT {

    private static final Imsi IMSI = new Imsi("001010000000001");

    /** Tells what the processes say from what they log. */
    private static final String SAYS = "says ";

    private static final String MIGRATED = SAYS + "migrated";
    private static final int ROUNDS = 40;

    /** One of the processes: migrates, waits for a line, then issues SQNs and prints them. */
    static final class Writing {

        private Writing() {}

        public static void main(String[] arguments) throws IOException {
            try (var store = open(Path.of(arguments[0]))) {
                store.migrator().migrate();
                System.out.println(MIGRATED);
                if (System.in.read() < 0) {
                    return;
                }
                for (int i = 0; i < ROUNDS; i++) {
                    System.out.println(SAYS + issue(store));
                }
            }
        }

        private static long issue(Store store) {
            return store.unitsOfWork().run(unit -> {
                unit.prefetch(Set.of(IMSI), EnumSet.noneOf(Need.class));
                var state = unit.subscriber(IMSI).orElseThrow();
                long sqn = state.sqn();
                state.setSqn(sqn + 1);
                unit.commit();
                return sqn;
            });
        }
    }

    private static Store open(Path file) {
        return Store.open(DatabaseSettings.sqlite(file), KeyVault.openingOnly(Map.of()));
    }

    @Test
    void twoProcessesMigrateOneFileAndWriteToItAtOnce(@TempDir Path directory) throws Exception {
        var file = directory.resolve("hss.db");
        var processes = List.of(start(file), start(file));
        try {
            var outputs = new ArrayList<BufferedReader>();
            for (var process : processes) {
                var output = process.inputReader();
                assertThat(said(output).findFirst()).contains(MIGRATED);
                outputs.add(output);
            }
            try (var store = open(file)) {
                SubscriberFixture.subscriber(IMSI.value()).store(store);
            }
            for (var process : processes) {
                try (Writer input = process.outputWriter()) {
                    input.write('\n');
                }
            }
            var issued = new ArrayList<String>();
            for (var output : outputs) {
                said(output).forEach(issued::add);
            }

            assertThat(issued).hasSize(2 * ROUNDS).doesNotHaveDuplicates();
            for (var process : processes) {
                assertThat(process.waitFor()).isZero();
            }
        } finally {
            processes.forEach(Process::destroyForcibly);
        }
    }

    private static Stream<String> said(BufferedReader output) {
        return output.lines().filter(line -> line.startsWith(SAYS));
    }

    private static Process start(Path file) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "--enable-native-access=ALL-UNNAMED",
                        Writing.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
