// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.platform.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service tells about itself.
 *
 * @param role such as {@code hss}
 * @param instance instance id
 * @param pid process id
 * @param version version of jHSS
 * @param started when the process started
 * @param state where it is in its life
 * @param since when it got into that state
 * @param dependencies what it needs
 * @param endpoints where it listens, by name, such as {@code diameter} to {@code 127.0.0.1:3868}
 */
public record HealthRecord(
        String role,
        String instance,
        long pid,
        String version,
        Instant started,
        ServiceState state,
        Instant since,
        List<DependencyState> dependencies,
        Map<String, String> endpoints) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** As one JSON object; times in ISO 8601. */
    public String toJson() {
        return MAPPER.writeValueAsString(this);
    }

    /**
     * Reads {@link #toJson}.
     *
     * @throws tools.jackson.core.JacksonException when it is something else
     */
    public static HealthRecord fromJson(String json) {
        return MAPPER.readValue(json, HealthRecord.class);
    }
}
