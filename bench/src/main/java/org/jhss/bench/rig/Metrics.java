// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.bench.rig;

import java.util.HashMap;
import java.util.Map;

/**
 * What a Prometheus endpoint told.
 *
 * @param samples value by name with labels, as in {@code jhss_requests_total{result="2001"}}
 */
public record Metrics(Map<String, Double> samples) {

    public Metrics {
        samples = Map.copyOf(samples);
    }

    static Metrics parse(String text) {
        var samples = new HashMap<String, Double>();
        text.lines().filter(line -> !line.isEmpty() && line.charAt(0) != '#').forEach(line -> {
            int space = line.lastIndexOf(' ');
            samples.put(line.substring(0, space), Double.parseDouble(line.substring(space + 1)));
        });
        return new Metrics(samples);
    }

    /** The sum of a metric over all its labels; 0 when there is none of that name. */
    public double sum(String name) {
        return samples.entrySet().stream()
                .filter(sample ->
                        sample.getKey().equals(name) || sample.getKey().startsWith(name + "{"))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
