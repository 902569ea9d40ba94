// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.in;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jhss.provisioning.bulk.Part;

/** A record that was read and found right by itself. Shows no values. */
final class SubscriberRecord {

    private final long number;
    private final long line;
    private final String imsi;
    private final Map<Part, PartRow> parts = new EnumMap<>(Part.class);
    private boolean further;

    SubscriberRecord(long number, long line, String imsi) {
        this.number = number;
        this.line = line;
        this.imsi = imsi;
    }

    long number() {
        return number;
    }

    long line() {
        return line;
    }

    /** The IMSI of the subscriber or, without one, of the keys or the IMS subscriber; "" for none. */
    String imsi() {
        return imsi;
    }

    Optional<PartRow> part(Part part) {
        return Optional.ofNullable(parts.get(part));
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    Map<Part, PartRow> parts() {
        return parts;
    }

    /** Whether a record before has an IMS subscriber with the same IMSI, so that this one's is another. */
    boolean hasFurtherImsSubscriber() {
        return further;
    }

    void markFurtherImsSubscriber() {
        further = true;
    }

    RecordProblem problem(String field, String rule, String message) {
        return new RecordProblem(number, line, imsi, field, rule, message);
    }

    @Override
    public String toString() {
        return "SubscriberRecord[record " + number + ", line " + line + ", redacted]";
    }
}
