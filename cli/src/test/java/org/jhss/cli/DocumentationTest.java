// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentationTest {

    @TempDir
    Path directory;

    /** What bash offers for a line; the last word is being typed. */
    private String offered(String... words) throws IOException, InterruptedException {
        var script = Files.writeString(directory.resolve("completion.bash"), Output.of("completion", "bash").out);
        var program = "compopt() { :; }; source '" + script + "'; COMP_WORDS=(" + String.join(" ", words)
                + "); COMP_CWORD=" + (words.length - 1) + "; COMP_LINE=\"${COMP_WORDS[*]}\"; _complete_jhss;"
                + " printf '%s\\n' \"${COMPREPLY[@]}\"; complete -p jhss";
        return run("bash", "-c", program);
    }

    private static String run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out;
    }

    @Test
    void bashCompletesCommandsObjectsAndOptions() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash");

        assertThat(offered("./jhss", "ed").lines()).contains("edit");
        assertThat(offered("jhss", "show", "ims").lines()).contains("ims-subscriber");
        assertThat(offered("jhss", "list", "--fi").lines()).contains("--filter");
        assertThat(offered("jhss", "logs", "h").lines()).contains("hss");
        assertThat(offered("jhss", "sim", "m").lines()).contains("mme");
        assertThat(offered("jhss", "x")).contains("-F _complete_jhss jhss");
    }

    @Test
    void zshLoadsItsCompletionFirst() {
        assertThat(Output.of("completion", "zsh").out).startsWith("# compdef").contains("compinit", "bashcompinit");
    }

    @Test
    void theManualTellsOfEveryCommandAndHasNoMistakes() throws Exception {
        var page = Output.of("man").out;

        for (var command : new String[] {"add", "list", "sim mme", "backup", "up", "completion"}) {
            assertThat(page).contains(".SS \"" + command.replace("-", "\\-") + "\"");
        }
        assertThat(page).contains(".SH \"EXIT STATUS\"", "JHSS_API_TOKEN").doesNotContain("${", "@|");
        assertThat(page.lines().filter(line -> line.isBlank())).isEmpty();
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/groff")), "no groff");
        var file = Files.writeString(directory.resolve("jhss.1"), page);
        assertThat(run("groff", "-man", "-Tutf8", "-ww", "-z", file.toString())).isEmpty();
    }
}
