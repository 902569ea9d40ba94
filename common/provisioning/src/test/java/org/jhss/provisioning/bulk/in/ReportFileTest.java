// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.in;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The report of rejected records. */
final class ReportFileTest {

    @TempDir
    private Path folder;

    private static List<RecordProblem> problemOf(long number) {
        return List.of(
                new RecordProblem(number, number + 1, "001010000000001", "ki", "hex", "must be \"hex\", 32 digits"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"report.csv", "report.json"})
    void whatIsDoneAgainIsToldOnce(String name) throws IOException {
        var path = folder.resolve(name);
        Files.writeString(path, "of another import\n");
        try (var report = new ReportFile(path)) {
            report.add(problemOf(1));
            report.takeBack();
            report.add(problemOf(1));
            report.add(problemOf(7));
            report.takeBack();
            report.add(problemOf(7));
            report.add(List.of());
            report.takeBack();
        }
        var lines = Files.readAllLines(path);
        assertThat(lines).hasSize(name.endsWith("csv") ? 3 : 2).doesNotHaveDuplicates();
        assertThat(lines.getLast()).contains("7").contains("001010000000001");
    }

    @Test
    void aResumedReportKeepsWhatCountsAndDropsTheRest() throws IOException {
        var path = folder.resolve("report.csv");
        try (var report = new ReportFile(path)) {
            report.add(problemOf(1));
            report.add(problemOf(2));
        }
        try (var report = new ReportFile(path)) {
            report.resume(1);
            report.add(problemOf(2));
            report.takeBack();
            report.add(problemOf(2));
        }
        assertThat(Files.readAllLines(path))
                .containsExactly(
                        "record,line,imsi,field,rule,message",
                        "1,2,001010000000001,ki,hex,\"must be \"\"hex\"\", 32 digits\"",
                        "2,3,001010000000001,ki,hex,\"must be \"\"hex\"\", 32 digits\"");
    }
}
