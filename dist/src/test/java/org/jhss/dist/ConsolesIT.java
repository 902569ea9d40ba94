// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The web consoles that were written for PyHSS, in a browser, with the running system; docs/clients.md says how to build them. */
@Timeout(900)
class ConsolesIT {

    /** A folder with the consoles' sources in folders of their own, built. */
    private static final String CONSOLES = "JHSS_CONSOLES";

    private static final Path PHOTOGRAPHS = Path.of("target", "consoles");

    @TempDir
    Path directory;

    private Path consoles;
    private Launcher jhss;

    @BeforeEach
    void startTheSystem() throws Exception {
        var folder = System.getenv(CONSOLES);
        assumeTrue(folder != null, CONSOLES + " names no folder with the built consoles: see docs/clients.md");
        assumeTrue(
                Files.isExecutable(ConsoleBrowser.CHROMIUM) && Files.isExecutable(ConsoleBrowser.DRIVER),
                "Chromium is not here: apt-get install chromium chromium-driver");
        consoles = Path.of(folder);
        jhss = Launcher.in(directory);
        var up = jhss.run("up");
        assertThat(up.exitCode()).as(up.output()).isZero();
        var demo = jhss.run("demo");
        assertThat(demo.exitCode()).as(demo.output()).isZero();
    }

    @AfterEach
    void stopTheSystem() throws Exception {
        if (jhss != null) {
            jhss.run("down");
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_page_opens_and_each_sort_of_object_can_be_created_changed_and_deleted(Console console) throws Exception {
        var api = "http://127.0.0.1:" + jhss.apiPort();
        var built = consoles.resolve(console.folder()).resolve("dist");
        assertThat(built.resolve("index.html")).as("the console, built").exists();
        try (var files = StaticFiles.serve(built);
                var browser = ConsoleBrowser.start()) {
            var tour = new ConsoleTour(console, browser, files.url(), api, PHOTOGRAPHS);
            tour.logIn();
            for (var page : console.overviews()) {
                tour.look(page);
            }
            var forms = ConsoleForm.of(console);
            for (var form : forms) {
                tour.create(form);
                if (!form.field().isEmpty()) {
                    tour.change(form);
                }
            }
            for (var form : forms.reversed()) {
                tour.delete(form);
            }
            if (console == Console.MANAGEMENT_UI) {
                tour.takeBack("DELETE", "apn", "/apn/list", "console.apn");
            }
            assertThat(tour.failures()).isEmpty();
        }
    }
}
