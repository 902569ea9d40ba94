// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.out;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.jhss.provisioning.bulk.Part;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** An object a line: {@code {"auc": {...}, "subscriber": {...}, "ims_subscriber": {...}}}. */
final class JsonRecords implements RecordWriter {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();

    private final Writer out;
    private final Map<Integer, String> apns;
    private final List<ExportedColumn> columns;

    JsonRecords(Writer out, Map<Integer, String> apns, boolean secrets) {
        this.out = out;
        this.apns = apns;
        this.columns = ExportedColumn.all(secrets);
    }

    @Override
    public void begin() {}

    @Override
    public void write(Map<Part, @Nullable Object[]> parts) throws IOException {
        try (var json = MAPPER.createGenerator(out)) {
            json.writeStartObject();
            for (var part : Part.values()) {
                var row = parts.get(part);
                if (row != null) {
                    json.writeName(part.type().table());
                    json.writeStartObject();
                    section(json, part, row);
                    json.writeEndObject();
                }
            }
            json.writeEndObject();
        }
        out.write('\n');
    }

    /** NULL is said only where it is not the default. */
    private void section(JsonGenerator json, Part part, @Nullable Object[] row) {
        for (var column : columns) {
            if (column.part() != part) {
                continue;
            }
            switch (column.value(row, apns)) {
                case null -> {
                    if (column.column().defaultValue().isPresent()) {
                        json.writeNullProperty(column.column().name());
                    }
                }
                case Integer number -> json.writeNumberProperty(column.column().name(), number);
                case Long number -> json.writeNumberProperty(column.column().name(), number);
                case Boolean truth -> json.writeBooleanProperty(column.column().name(), truth);
                case Object other -> json.writeStringProperty(column.column().name(), other.toString());
            }
        }
    }
}
