// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jhss.cli.output.Console;
import tools.jackson.databind.json.JsonMapper;

/** What was checked, and how it came out. */
final class Verdict {

    private record Check(String name, boolean passed, String detail) {}

    private final Console console;
    private final boolean json;
    private final List<Check> checks = new ArrayList<>();

    Verdict(Console console, boolean json) {
        this.console = console;
        this.json = json;
    }

    /** Begins a part of the demonstration. */
    void section(String title) {
        if (!json) {
            console.println("");
            console.println(console.bold(title));
        }
    }

    /** Says something that is not checked. */
    void note(String text) {
        if (!json) {
            console.println("  " + text);
        }
    }

    /** Records and shows a check, and returns whether it passed. */
    boolean check(String name, boolean passed, String detail) {
        checks.add(new Check(name, passed, detail));
        if (!json) {
            console.println("  " + (passed ? console.tick() : console.cross()) + " " + name
                    + (detail.isEmpty() ? "" : console.faint("  " + detail)));
        }
        return passed;
    }

    /** Whether something was checked and all of it passed. */
    boolean isGood() {
        return !checks.isEmpty() && checks.stream().allMatch(Check::passed);
    }

    /** Prints the verdict. */
    void conclude(double seconds) {
        long passed = checks.stream().filter(Check::passed).count();
        long failed = checks.size() - passed;
        if (json) {
            console.println(asJson(passed, failed));
            return;
        }
        console.println("");
        console.println((isGood() ? console.tick() : console.cross()) + " "
                + console.bold(passed + " of " + checks.size() + " checks passed") + " in "
                + Math.round(seconds * 10) / 10.0 + " s");
    }

    private String asJson(long passed, long failed) {
        var all = new ArrayList<Map<String, Object>>();
        for (var check : checks) {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("check", check.name());
            fields.put("passed", check.passed());
            fields.put("detail", check.detail());
            all.add(fields);
        }
        var verdict = new LinkedHashMap<String, Object>();
        verdict.put("verdict", isGood() ? "passed" : "failed");
        verdict.put("passed", passed);
        verdict.put("failed", failed);
        verdict.put("checks", all);
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(verdict);
    }
}
