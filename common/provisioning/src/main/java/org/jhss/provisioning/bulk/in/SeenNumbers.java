// SPDX-License-Identifier: AGPL-3.0-or-later
package org.jhss.provisioning.bulk.in;

import java.util.ArrayList;
import java.util.List;
import org.jhss.provisioning.bulk.Part;

/** The numbers that records before had, of which each may come once in a file. */
final class SeenNumbers {

    private record Unique(Part part, String column, DigitSet seen) {}

    private final List<Unique> unique = List.of(
            new Unique(Part.AUC, "imsi", new DigitSet()),
            new Unique(Part.AUC, "iccid", new DigitSet()),
            new Unique(Part.SUBSCRIBER, "imsi", new DigitSet()),
            new Unique(Part.IMS, "msisdn", new DigitSet()));

    private final DigitSet imsUsers = new DigitSet();

    /** Adds a record's numbers, or says which were there. */
    List<RecordProblem> add(SubscriberRecord record, boolean delete) {
        var problems = new ArrayList<RecordProblem>();
        for (var number : unique) {
            var text = text(record, number);
            if (!text.isEmpty() && number.seen().has(text)) {
                problems.add(record.problem(
                        number.part() + "." + number.column(),
                        "duplicate",
                        "is that of an earlier record of the file"));
            }
        }
        if (problems.isEmpty()) {
            unique.forEach(number -> number.seen().add(text(record, number)));
            var user = record.part(Part.IMS).map(row -> row.text("imsi")).orElse("");
            if (!delete && !user.isEmpty() && !imsUsers.add(user)) {
                record.markFurtherImsSubscriber();
            }
        }
        return problems;
    }

    private static String text(SubscriberRecord record, Unique number) {
        return record.part(number.part()).map(row -> row.text(number.column())).orElse("");
    }
}
