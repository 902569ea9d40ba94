// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.in;

import java.io.IOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file with a line for each problem: CSV, or JSON objects when its name ends in {@code json}. It is made when there is a first
 * problem.
 */
public final class ReportFile implements ProblemReport {

    private static final ObjectMapper MAPPER = JsonMapper.shared();
    private static final String HEADER = "record,line,imsi,field,rule,message";

    private final Path path;
    private final boolean json;
    private @Nullable Writer writer;
    private boolean appends;
    private long before;

    public ReportFile(Path path) {
        this.path = path;
        this.json = path.toString().endsWith("json");
    }

    @Override
    public void add(List<RecordProblem> problems) throws IOException {
        if (problems.isEmpty()) {
            before = writer == null ? 0 : Files.size(path);
            return;
        }
        var out = writer();
        before = Files.size(path);
        for (var problem : problems) {
            out.write(json ? MAPPER.writeValueAsString(problem) : csv(problem));
            out.write('\n');
        }
        out.flush();
    }

    @Override
    public void takeBack() throws IOException {
        if (writer != null) {
            try (var file = FileChannel.open(path, StandardOpenOption.WRITE)) {
                file.truncate(before);
            }
        }
    }

    private Writer writer() throws IOException {
        var open = writer;
        if (open == null) {
            if (!appends) {
                Files.deleteIfExists(path);
            }
            open = Files.newBufferedWriter(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            writer = open;
            if (!json && Files.size(path) == 0) {
                open.write(HEADER + "\n");
                open.flush();
            }
        }
        return open;
    }

    private static String csv(RecordProblem problem) {
        return problem.number() + "," + problem.line() + "," + problem.imsi() + "," + quoted(problem.field()) + ","
                + problem.rule() + "," + quoted(problem.message());
    }

    private static String quoted(String text) {
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }

    @Override
    public void resume(long position) throws IOException {
        appends = true;
        if (!Files.exists(path)) {
            return;
        }
        var kept = path.resolveSibling(path.getFileName() + ".part");
        try (var lines = Files.lines(path);
                var out = Files.newBufferedWriter(kept)) {
            for (var line : (Iterable<String>) lines::iterator) {
                if (number(line) <= position) {
                    out.write(line + "\n");
                }
            }
        }
        Files.move(kept, path, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The record's number; 0 for the header. */
    private long number(String line) {
        if (json) {
            return MAPPER.readTree(line).path("number").asLong(0);
        }
        int comma = line.indexOf(',');
        return comma > 0 && line.substring(0, comma).chars().allMatch(Character::isDigit)
                ? Long.parseLong(line.substring(0, comma))
                : 0;
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
