// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jhss.cli.output.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorTest {

    @TempDir
    Path directory;

    /** TS 35.207 test set 1: f2, f3, f4 of K and RAND there. */
    @Test
    void computesTheVectorsOfTheSpecificationFromGivenKeys() {
        var made = Output.typing(
                Site.KI + "\n" + Site.OPC + "\n",
                "vector",
                "--offline",
                "--for=umts",
                "--rand=23553cbe9637a89d218ae64dae47bf35",
                "--sqn=281044204937234",
                "--amf=b9b9");

        assertThat(made.err).isEmpty();
        assertThat(made.out)
                .contains(
                        "xres  a54211d5e3ba50bf",
                        "ck    b40ba9a3c58b2a05bbf0d987b21bf8cb",
                        "ik    f769bcd751044604127672711c6d3441")
                .doesNotContain(Site.KI);
    }

    @Test
    void usesUpSequenceNumbersOfAStoredSubscriber() throws Exception {
        var site = Site.in(directory).withSubscriber();
        var made = site.run("vector " + Site.IMSI + " --count 2 --json");

        assertThat(made.err).isEmpty();
        assertThat(made.out).contains("kasme", "\"plmn\" : \"00101\"");
        assertThat(made.out.lines().filter(line -> line.contains("autn")).distinct())
                .hasSize(2);
        assertThat(site.run("show auc " + Site.IMSI + " --columns sqn").out).contains("sqn  96");
        assertThat(site.run("vector " + Site.IMSI + " --for gsm").out).contains("kc ");
        assertThat(site.run("show auc " + Site.IMSI + " --columns sqn").out).contains("sqn  96");
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        var site = Site.in(directory).withApns();
        assertThat(site.run("vector " + Site.IMSI).code).isEqualTo(Exit.REJECTED);
        assertThat(site.run("vector").code).isEqualTo(2);
        assertThat(site.run("vector 001x").code).isEqualTo(2);
        assertThat(site.run("vector " + Site.IMSI + " --count 33").err).contains("--count is 1 to 32");
    }
}
