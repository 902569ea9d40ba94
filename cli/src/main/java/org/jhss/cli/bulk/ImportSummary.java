// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.cli.bulk;

import java.nio.file.Path;
import java.util.Locale;
import org.jhss.cli.output.Console;
import org.jhss.provisioning.bulk.in.ImportResult;
import org.jhss.store.bulk.ImportRun.State;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Tells how an import ended. */
final class ImportSummary {

    private static final ObjectMapper MAPPER = JsonMapper.shared();
    private static final double MILLIS = 1e3;

    private final Console console;
    private final Path report;
    private final boolean dryRun;

    ImportSummary(Console console, Path report, boolean dryRun) {
        this.console = console;
        this.report = report;
        this.dryRun = dryRun;
    }

    void print(ImportResult result, boolean json) {
        if (json) {
            console.println(json(result));
            return;
        }
        var counts = result.counts();
        console.println(String.format(
                Locale.ROOT,
                "%s%,d records of %s in %.1f s, %,.0f/s",
                dryRun ? "checked only: " : "",
                counts.position(),
                result.format(),
                result.elapsed().toMillis() / MILLIS,
                result.rate()));
        line("created", counts.created());
        line("updated", counts.updated());
        line("unchanged", counts.unchanged());
        line("deleted", counts.deleted());
        line("passed over", counts.skipped());
        line("rejected", counts.rejected());
        if (!result.unused().isEmpty()) {
            console.println("columns that were passed over: " + String.join(", ", result.unused()));
        }
        result.notes().forEach(note -> console.println("note: " + note));
        if (counts.rejected() > 0) {
            console.println("the reasons are in " + report);
        }
        if (result.state() != State.DONE) {
            console.error("the import has ended before the file ("
                    + result.state().name().toLowerCase(Locale.ROOT) + "); the same command with --resume goes on");
        }
    }

    private void line(String what, long count) {
        if (count > 0) {
            console.println(String.format(Locale.ROOT, "  %-12s %,d", what, count));
        }
    }

    private String json(ImportResult result) {
        var counts = result.counts();
        var json = MAPPER.createObjectNode()
                .put("import_id", result.id())
                .put("operation_id", result.operationId())
                .put("dry_run", dryRun)
                .put("format", result.format().id())
                .put("state", result.state().name().toLowerCase(Locale.ROOT))
                .put("records", counts.position())
                .put("created", counts.created())
                .put("updated", counts.updated())
                .put("unchanged", counts.unchanged())
                .put("deleted", counts.deleted())
                .put("skipped", counts.skipped())
                .put("rejected", counts.rejected())
                .put("seconds", result.elapsed().toMillis() / MILLIS)
                .put("records_per_second", Math.round(result.rate()));
        var unused = json.putArray("unused_columns");
        result.unused().forEach(unused::add);
        var notes = json.putArray("notes");
        result.notes().forEach(notes::add);
        if (counts.rejected() > 0) {
            json.put("report", report.toString());
        }
        return MAPPER.writeValueAsString(json);
    }
}
