// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.jhss.cli.output.Console;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class VerdictTest {

    private final StringWriter out = new StringWriter();
    private final Console console = Console.of(new PrintWriter(out), new PrintWriter(new StringWriter()));

    @Test
    void isGoodOnlyWhenSomethingPassedAndNothingFailed() {
        var verdict = new Verdict(console, false);
        assertThat(verdict.isGood()).isFalse();

        verdict.check("one", true, "");
        assertThat(verdict.isGood()).isTrue();

        verdict.check("two", false, "");
        assertThat(verdict.isGood()).isFalse();
    }

    @Test
    void countsChecks() {
        var verdict = new Verdict(console, false);
        verdict.check("one", true, "as expected");
        verdict.check("two", false, "5001");
        verdict.conclude(1.25);

        assertThat(out.toString()).contains("one  as expected", "two  5001", "1 of 2 checks passed in 1.3 s");
    }

    @Test
    void printsNothingButJsonWhenAsked() {
        var verdict = new Verdict(console, true);
        verdict.section("a part");
        verdict.note("a note");
        verdict.check("one", true, "");
        verdict.conclude(1);

        var json = JsonMapper.shared().readTree(out.toString());
        assertThat(json.get("verdict").asString()).isEqualTo("passed");
        assertThat(json.get("passed").asInt()).isEqualTo(1);
        assertThat(json.get("checks").get(0).get("check").asString()).isEqualTo("one");
    }
}
